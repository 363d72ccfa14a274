"""Freezes the program with PyInstaller and tries whether it lives: `python packaging/build.py` in the environment.

The environment needs the extra `package` (pip install -e ".[package]"). The result is the folder dist/journey-editor.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "packaging" / "journey-editor.spec"


def build() -> Path:
    """Freeze; the path of the program in its folder. Raises subprocess.CalledProcessError."""
    dist, work = ROOT / "dist", ROOT / "build"
    command = ["-m", "PyInstaller", "--noconfirm", "--log-level=WARN", f"--distpath={dist}", f"--workpath={work}"]
    subprocess.run([sys.executable, *command, str(SPEC)], cwd=ROOT, check=True)
    return dist / "journey-editor" / ("journey-editor.exe" if os.name == "nt" else "journey-editor")


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def main() -> int:
    try:
        program = build()
    except subprocess.CalledProcessError as error:
        print(f"PyInstaller failed with exit code {error.returncode}", file=sys.stderr)
        return 1
    print(f"{program.parent.relative_to(ROOT)}: {size(program.parent) / 1e6:.0f} MB")
    return subprocess.call([sys.executable, str(ROOT / "packaging" / "smoke_test.py"), str(program)])


if __name__ == "__main__":
    sys.exit(main())
