"""What the system says when a file cannot be read or written, as a sentence with its cure."""

from __future__ import annotations

import errno

from journey_editor.wording import tr

from .problem import EXIT_INPUT, EXIT_SYSTEM, FileProblem, problem

#: A name that leads nowhere is the asker's fault, not the machine's.
_OF_THE_NAME = (errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)


def failed_to_read(file: str, error: OSError) -> FileProblem:
    code = EXIT_INPUT if error.errno in (*_OF_THE_NAME, errno.EACCES, errno.EPERM) else EXIT_SYSTEM
    match error.errno:
        case errno.ENOENT:
            what = tr("The file does not exist. Check the name.")
        case errno.EISDIR:
            what = tr("This is a folder. Choose a file in it.")
        case errno.EACCES | errno.EPERM:
            what = tr("The file may not be read. Ask its owner for permission.")
        case _:
            what = _other(error)
    return problem(file, what, exit_code=code)


def failed_to_write(file: str, error: OSError) -> FileProblem:
    code = EXIT_INPUT if error.errno in _OF_THE_NAME else EXIT_SYSTEM
    match error.errno:
        case errno.ENOENT:
            what = tr("The folder does not exist. Make it, or choose another.")
        case errno.EISDIR:
            what = tr("This is a folder. Choose the name of a file in it.")
        case errno.EACCES | errno.EPERM:
            what = tr("Here may not be written. Choose another folder, or ask for permission.")
        case errno.EROFS:
            what = tr("This drive is read-only. Choose another one.")
        case errno.ENOSPC | errno.EDQUOT:
            what = tr("The disk is full. Make room, or choose another one.")
        case errno.EFBIG:
            what = tr("The file is too large for this drive. Choose another one.")
        case _:
            what = _other(error)
    return problem(file, what, exit_code=code)


def _other(error: OSError) -> str:
    match error.errno:
        case errno.ENOTDIR:
            return tr("A part of the name is a file where a folder must be. Check the name.")
        case errno.ENAMETOOLONG:
            return tr("The name is too long. Choose a shorter one.")
        case errno.ELOOP:
            return tr("The name is a link that leads back to itself. Choose another.")
        case errno.EIO:
            return tr("The drive fails. Choose another one, and look after your backups.")
        case _:
            return tr("The system says: {reason}. Try again, or choose another place.", reason=error.strerror or "?")
