"""Runs the program council-notice from where pip has put it: for whoever has no such folder on the PATH."""

import os
import subprocess
import sys
import sysconfig


def find():
    name = "council-notice" + (".exe" if os.name == "nt" else "")
    schemes = ["", f"{os.name}_user"]
    folders = [sysconfig.get_path("scripts", scheme) if scheme else sysconfig.get_path("scripts") for scheme in schemes]
    # Of `pip install --target DIR`.
    folders.append(os.path.join(os.path.dirname(os.path.dirname(__file__)), "bin"))
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return path
    sys.exit(f"error: {name} is in none of {', '.join(folders)}\n  help: install council-notice again")


if __name__ == "__main__":
    path = find()
    if os.name == "nt":
        try:
            sys.exit(subprocess.call([path, *sys.argv[1:]]))
        except KeyboardInterrupt:
            sys.exit(130)
    os.execv(path, [path, *sys.argv[1:]])
