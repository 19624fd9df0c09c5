"""The encoder's network in ONNX Runtime."""

import os
from typing import Final

from onnxruntime import ExecutionMode, GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.capi import onnxruntime_pybind11_state as state

from graphbuild.errors import PipelineError
from graphbuild.language.weights import Floats, Ints

_ONLY_ERRORS: Final = 3
_UNREADABLE: Final = (state.Fail, state.InvalidGraph, state.InvalidProtobuf, state.InvalidArgument, state.NotImplemented)


class Session:
    """Runs a network of bytes; each process, forked or not, makes a session of its own when it first needs one."""

    def __init__(self, model: bytes, threads: int) -> None:
        self.model = model
        self.threads = threads
        self._made: tuple[int, InferenceSession] | None = None

    def states(self, ids: Ints, shapes: Ints) -> Floats:
        """Return the state of each piece, (pieces, width)."""
        (states,) = self._session().run(["states"], {"ids": ids[None], "shapes": shapes[None]})
        found: Floats = states[0]
        return found

    def __reduce__(self) -> tuple[object, ...]:
        return Session, (self.model, self.threads)

    def _session(self) -> InferenceSession:
        if self._made is None or self._made[0] != os.getpid():
            self._made = os.getpid(), self._make()
        return self._made[1]

    def _make(self) -> InferenceSession:
        options = SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.execution_mode = ExecutionMode.ORT_SEQUENTIAL
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        options.log_severity_level = _ONLY_ERRORS
        try:
            return InferenceSession(self.model, options, providers=["CPUExecutionProvider"])
        except _UNREADABLE as error:
            raise PipelineError("encoder", f"its network cannot be run: {error}") from error
