"""What the program needs of the machine around it: a display, and on Linux the system libraries that Qt loads.

Qt aborts the whole process when a library of its platform plugin is missing, and nothing can catch that. So the same
libraries are loaded here first, where a missing one is an ordinary error with a name. `run.py` uses this module
before anything is installed, therefore it imports the standard library only.
"""

from __future__ import annotations

import ctypes
import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from journey_editor.wording import tr

#: First words of a command line that opens no window. These need neither a display nor a library of Qt's.
WITHOUT_WINDOW = frozenset(
    {"export", "compare", "diff", "merge", "validate", "new", "templates", "schema", "--version", "--help", "-h"}
)

#: The exit code that says: the system is at fault, not the input.
EXIT_SYSTEM = 3

#: Debian's packages with the libraries that PySide6 needs to be imported and to draw offscreen.
DEBIAN_BASE = (
    "libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libbrotli1"
).split()

#: What a real window on X11 or Wayland needs on top.
DEBIAN_WINDOW = (
    "libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
    "libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1 "
    "libxkbcommon-x11-0 libxcb-glx0 libwayland-client0 libwayland-cursor0 libwayland-egl1"
).split()

_QT_LIBRARIES = ("libQt6Widgets.so.6", "libQt6Svg.so.6", "libQt6PrintSupport.so.6", "libQt6Network.so.6")

Load = Callable[[str], object]


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether a command line of the program opens a window."""
    return not arguments or arguments[0] not in WITHOUT_WINDOW


def platform(environment: Mapping[str, str], system: str = sys.platform) -> str:
    """The Qt platform of a window: "xcb", "wayland", "offscreen" ..., "native" off Linux, "" without a screen."""
    if asked := environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]:
        return "wayland" if asked.startswith("wayland") else asked
    if not system.startswith("linux"):
        return "native"
    # X first: where both are there, Qt falls back to X, so its libraries are the ones that must not be missing.
    if environment.get("DISPLAY"):
        return "xcb"
    return "wayland" if environment.get("WAYLAND_DISPLAY") else ""


def no_display(program: str = "journey-editor") -> str:
    """The sentence for a window that is asked for where there is no screen; `program` is how it was called."""
    return tr(
        "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); without a window this "
        "works: {command}",
        command=f"{program} export FILE -o OUT.pdf",
    )


def no_answer(program: str = "journey-editor") -> str:
    """The sentence for a display that is named but cannot be reached; `program` is how it was called."""
    return tr(
        "The display that DISPLAY or WAYLAND_DISPLAY names does not answer; without a window this works: {command}",
        command=f"{program} export FILE -o OUT.pdf",
    )


def display_answers(platform: str) -> bool:
    """Whether the display can be reached that DISPLAY or WAYLAND_DISPLAY names; where it cannot, Qt aborts.

    True for platforms without such a display. To be asked when the libraries are known to be there.
    """
    try:
        if platform == "xcb":
            xcb = ctypes.CDLL("libxcb.so.1")
            xcb.xcb_connect.restype = ctypes.c_void_p
            connection = ctypes.c_void_p(xcb.xcb_connect(None, None))  # never NULL: errors are in the connection
            refused = xcb.xcb_connection_has_error(connection)
            xcb.xcb_disconnect(connection)
            return not refused
        if platform == "wayland":
            wayland = ctypes.CDLL("libwayland-client.so.0")
            wayland.wl_display_connect.restype = ctypes.c_void_p
            display = wayland.wl_display_connect(None)
            if display:
                wayland.wl_display_disconnect(ctypes.c_void_p(display))
            return bool(display)
    except (OSError, AttributeError):  # another system's library: Qt may know more
        pass
    return True


def qt_folder() -> Path | None:
    """Where the libraries and plugins of the installed PySide6 lie (its `Qt` folder); found without importing it."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "Qt"


def missing_library(qt: Path | None, platform: str, load: Load = ctypes.CDLL) -> str | None:
    """The first system library that Qt would not find, by its file name, or None; always None off Linux.

    `qt` is the folder of `qt_folder`. A library that Qt does not bring with it is not missed here.
    """
    if qt is None or not sys.platform.startswith("linux"):
        return None
    wanted = [qt / "lib" / name for name in _QT_LIBRARIES]
    if platform:
        wanted.append(qt / "plugins" / "platforms" / f"libq{platform}.so")
    for file in wanted:
        if file.exists():
            try:
                load(str(file))
            except OSError as error:
                # "libEGL.so.1: cannot open shared object file: No such file or directory"; a frozen program wraps it.
                return str(error.__cause__ or error).split(":")[0]
    return None


def library_missing(library: str, platform: str) -> str:
    """The sentence for a missing library, with the command that installs it."""
    packages = DEBIAN_BASE + (DEBIAN_WINDOW if platform in ("xcb", "wayland") else [])
    return tr(
        "The system library {library} is missing, without which Qt cannot start; on Debian and Ubuntu this installs "
        "it: {command}",
        library=library,
        command="sudo apt-get install " + " ".join(packages),
    )


def window_problem(environment: Mapping[str, str]) -> str | None:
    """Why no window can be opened here, as a sentence for the user, or None if it can.

    To be asked before PySide6 is imported; the exit code for it is `EXIT_SYSTEM`.
    """
    here = platform(environment)
    if not here:
        return no_display()
    if library := missing_library(qt_folder(), here):
        return library_missing(library, here)
    return None if display_answers(here) else no_answer()
