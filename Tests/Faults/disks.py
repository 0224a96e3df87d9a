"""Copies of workspaces, also of those whose private folder lies on another disk, where no rename reaches from Inbox, and
of those whose bundles another account has dropped."""

import os
import shutil
import tempfile
from pathlib import Path


def other_disk(scratch):
    """A folder on another file system than this one; None where the machine has none to offer."""
    for place in ("/dev/shm", tempfile.gettempdir(), "/var/tmp", str(Path.home())):
        if os.access(place, os.W_OK) and os.stat(place).st_dev != os.stat(scratch).st_dev:
            return Path(tempfile.mkdtemp(prefix="assay-faults.", dir=place))
    return None


def part(workspace, disk):
    """Brings the private folder there, and leaves a link in its place."""
    private = workspace / ".assay"
    shutil.copytree(private, disk / workspace.name, symlinks=True)
    shutil.rmtree(private)
    private.symlink_to(disk / workspace.name)


def copy(workspace, target):
    shutil.copytree(workspace, target, symlinks=True)
    for bundle in (workspace / "Inbox").iterdir():
        owner = bundle.lstat().st_uid
        if owner != os.geteuid():
            copied = target / "Inbox" / bundle.name
            for path in [copied, *copied.rglob("*")]:
                os.chown(path, owner, -1, follow_symlinks=False)
    private = target / ".assay"
    if private.is_symlink():
        there = Path(os.readlink(private))
        private.unlink()
        shutil.copytree(there, there.with_name(target.name), symlinks=True)
        private.symlink_to(there.with_name(target.name))


def remove(workspace):
    private = workspace / ".assay"
    if private.is_symlink():
        shutil.rmtree(os.readlink(private), ignore_errors=True)
    shutil.rmtree(workspace, ignore_errors=True)
