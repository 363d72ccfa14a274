"""Whether a process of this machine is running."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import ctypes

    _QUERY_LIMITED_INFORMATION, _STILL_ACTIVE, _INVALID_PARAMETER = 0x1000, 259, 87

    def alive(process: int) -> bool:
        """True also where the system does not tell."""
        # os.kill would end the process here, whatever the signal.
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)
        if not handle:
            return ctypes.get_last_error() != _INVALID_PARAMETER
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return not known or code.value == _STILL_ACTIVE

else:

    def alive(process: int) -> bool:
        """True also where the system does not tell."""
        if process <= 0:
            return False
        try:
            os.kill(process, 0)  # signal 0 is never delivered
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:
            return True
        return True
