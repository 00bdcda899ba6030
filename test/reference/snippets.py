"""Compiles the scripts given as JSON on standard input, and runs those whose libraries are installed."""
import ast
import contextlib
import importlib.util
import io
import json
import sys
import warnings

warnings.simplefilter("ignore")


def libraries(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0]


def outcome(code):
    try:
        missing = sorted({name for name in libraries(ast.parse(code)) if importlib.util.find_spec(name) is None})
    except SyntaxError as error:
        return {"broken": str(error)}
    if missing:
        return {"missing": missing}
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "snippet", "exec"), {})
    except Exception as error:
        return {"raised": f"{type(error).__name__}: {error}"}
    return {"printed": printed.getvalue().strip()}


json.dump([outcome(code) for code in json.load(sys.stdin)], sys.stdout)
