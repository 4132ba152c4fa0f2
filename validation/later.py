"""Modules that are loaded when they are first used, and not when somebody imports them."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def later(name: str) -> None:
    """Let `import name` cost nothing until something of it is asked for; `name` is a submodule.

    A library may import more than any of our rules needs: a second of every start of the reading child.
    """
    spec = find_spec(name)
    if name in sys.modules or spec is None or spec.loader is None:
        return
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    package, _, leaf = name.rpartition(".")
    setattr(sys.modules[package], leaf, module)
