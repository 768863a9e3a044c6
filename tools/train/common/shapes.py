"""The shapes, units and labels that the C++ code defines: build/dev/share/pith/shapes.json, which the build writes from
the headers (shapes/shapes_main.cc). BUILD names another build; it needs -DPITH_BUILD_TRAINERS=ON."""
import json
import os
import sys

_ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
PATH = os.path.join(os.environ.get("BUILD") or os.path.join(_ROOT, "build/dev"), "share/pith/shapes.json")
if not os.path.exists(PATH):
    sys.exit(PATH + " is not there: build Pith with -DPITH_BUILD_TRAINERS=ON, or name the build in BUILD")

with open(PATH, encoding="utf-8") as _file:
    SHAPES = json.load(_file)

READER = SHAPES["reader"]
SYNTAX = SHAPES["syntax"]
RANK = SHAPES["rank"]
