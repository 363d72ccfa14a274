"""Small faults put into our own code one by one, to see whether a test would notice:

    nice python -m tests.faults.mutants journey_editor/storage/locks.py tests/storage/test_locks.py

A process that has collected the tests is forked for each fault, exchanges the code of one function, and runs them up to
the first that fails. What survives is printed, then how many of how many were noticed. A fault that makes a test hang
counts as noticed. Words for people are left alone, and so is what lies outside of functions. (Not on Windows.)
"""

from __future__ import annotations

import ast
import gc
import importlib
import os
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest

SECONDS = 60  # of the processor, for the tests of one fault
QUIET = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--tb=no", "--no-header"]

_PAIRS: list[tuple[type[ast.AST], type[ast.AST]]] = [
    (ast.Lt, ast.LtE),
    (ast.Gt, ast.GtE),
    (ast.Eq, ast.NotEq),
    (ast.Is, ast.IsNot),
    (ast.In, ast.NotIn),
    (ast.And, ast.Or),
    (ast.Add, ast.Sub),
    (ast.Mult, ast.FloorDiv),
    (ast.BitAnd, ast.BitOr),
    (ast.LShift, ast.RShift),
    (ast.Break, ast.Continue),
]
SWAPPED = dict(_PAIRS) | {second: first for first, second in _PAIRS}


class Fault(NamedTuple):
    """A module with one fault: where, the statement before and after, and the whole tree."""

    line: int
    before: str
    after: str
    tree: ast.Module


def others(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a piece of code."""
    match node:
        case ast.Compare(left=left, ops=[op, *ops], comparators=values) if type(op) in SWAPPED:
            yield ast.Compare(left, [SWAPPED[type(op)](), *ops], values)  # type: ignore[list-item]
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(SWAPPED[type(op)](), values)  # type: ignore[arg-type]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SWAPPED:
            yield ast.BinOp(left, SWAPPED[type(op)](), right)  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(value=str(value) | bytes(value)) if value:
            yield ast.Constant(value[:0])
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Break() | ast.Continue():
            yield SWAPPED[type(node)]()
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.Assign() | ast.AugAssign() | ast.Raise() | ast.Delete():
            yield ast.Pass()


def faults(source: str) -> Iterator[Fault]:
    """All faults of the functions of a module."""
    tree = ast.parse(source)
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                if not isinstance(statement, ast.FunctionDef):
                    yield from _within(tree, statement, function, "body", function.body.index(statement), statement)


def _within(tree: ast.Module, node: ast.AST, owner: Any, field: str, at: int | None, told: ast.stmt) -> Iterator[Fault]:
    """The faults of a piece of code, which stands in a field of another (as so-manieth), and of all in it."""
    words = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "trn")
    docs = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    if docs or isinstance(node, ast.JoinedStr):
        return
    told = node if isinstance(node, ast.stmt) else told
    before = ast.unparse(told).splitlines()[0]
    for other in others(node):
        ast.fix_missing_locations(ast.copy_location(other, node))
        _put(owner, field, at, other)
        after = ast.unparse(other if told is node else told).splitlines()[0]
        yield Fault(getattr(node, "lineno", told.lineno), before, after, tree)
        _put(owner, field, at, node)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "args" if words else "annotation"):
            continue
        for n, inner in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(inner, ast.AST):
                yield from _within(tree, inner, node, name, n if isinstance(value, list) else None, told)


def _put(owner: Any, field: str, at: int | None, node: ast.AST) -> None:
    if at is None:
        setattr(owner, field, node)
    else:
        getattr(owner, field)[at] = node


def codes(code: CodeType) -> dict[str, CodeType]:
    """The functions of a module and the methods of its classes, by qualified name."""
    inner = [one for one in code.co_consts if isinstance(one, CodeType)]
    found = {one.co_qualname: one for one in inner}
    for one in inner:
        if not one.co_flags & 1:  # the body of a class
            found |= codes(one)
    return found


def exchange(module: Any, tree: ast.Module) -> None:
    """Gives the functions of an imported module the code of a tree."""
    for name, code in codes(compile(tree, module.__file__, "exec")).items():
        owner = module
        for part in name.split("."):
            owner = vars(owner).get(part)
        for wrapped in ("fget", "func", "__func__", "__wrapped__"):
            owner = getattr(owner, wrapped, owner)
        if isinstance(owner, FunctionType) and owner.__code__.co_freevars == code.co_freevars:
            owner.__code__ = code


def noticed(module: Any, tree: ast.Module, tests: list[str]) -> bool:
    """Whether a test fails, in a process of its own, with a module as the tree says."""
    child = os.fork()
    if child == 0:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        signal.alarm(4 * SECONDS)
        exchange(module, tree)
        os._exit(int(pytest.main([*QUIET, *tests])) != 0)
    return os.waitpid(child, 0)[1] != 0


def main(file: str, tests: list[str]) -> None:
    source = Path(file).read_text("utf-8")
    loud, silent = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    pytest.main([*QUIET, "--collect-only", *tests])  # imports all, once
    module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
    gc.freeze()
    if noticed(module, ast.parse(source), tests):
        sys.exit("the tests fail without any fault")
    count = survived = 0
    for fault in faults(source):
        count += 1
        if not noticed(module, fault.tree, tests):
            survived += 1
            os.write(loud, f"{file}:{fault.line}\n  - {fault.before}\n  + {fault.after}\n".encode())
    os.write(loud, f"{count - survived} of {count} noticed\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
