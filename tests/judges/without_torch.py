"""Lets mosaicml-streaming be imported where PyTorch, torchvision and transformers are not: two gigabytes that its reader of
shards never calls. Whatever is asked of these modules is an empty class.
"""
import importlib.abc
import importlib.machinery
import sys
import types

ABSENT = {"torch", "torchvision", "transformers"}


class EmptyModule(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class EmptyModules(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if name.split(".")[0] in ABSENT else None

    def create_module(self, spec):
        return EmptyModule(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.append(EmptyModules())
