"""Networks in ONNX Runtime."""

import os
from collections.abc import Mapping, Sequence
from typing import Final

from onnxruntime import ExecutionMode, GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.capi import onnxruntime_pybind11_state as state

from graphbuild.errors import PipelineError
from graphbuild.language.weights import Floats, Ints

_ONLY_ERRORS: Final = 3
_SHORT: Final = 127
_UNREADABLE: Final = (state.Fail, state.InvalidGraph, state.InvalidProtobuf, state.InvalidArgument, state.NotImplemented)


class Session:
    """Runs a network of bytes; each process, forked or not, makes a session of its own when it first needs one.

    ``without`` names optimizations of ONNX Runtime that are left out.
    """

    def __init__(self, model: bytes, threads: int, without: Sequence[str] = ()) -> None:
        self.model = model
        self.threads = threads
        self.without = tuple(without)
        self._made: tuple[int, InferenceSession] | None = None

    def run(self, outputs: Sequence[str], inputs: Mapping[str, Floats | Ints]) -> Sequence[Floats]:
        """Return the outputs of these names."""
        found: Sequence[Floats] = self._session().run(outputs, inputs)
        return found

    def __reduce__(self) -> tuple[object, ...]:
        return Session, (self.model, self.threads, self.without)

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
            return InferenceSession(
                self.model, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(self.without)
            )
        except _UNREADABLE as error:
            raise PipelineError("encoder", f"its network cannot be run: {error}") from error


def with_output(model: bytes, name: str) -> bytes:
    """Return a network that also returns what one of its nodes hands on.

    Two messages of Protocol Buffers one behind the other are one message with the repeated fields of both
    (https://protobuf.dev/programming-guides/encoding/#last-one-wins): the second here is a model whose graph has this output alone.
    """
    value = _field(1, name.encode())  # ValueInfoProto.name
    return model + _field(7, _field(12, value))  # ModelProto.graph, GraphProto.output


def _field(number: int, content: bytes) -> bytes:
    """Return a field of bytes; numbers up to 15 and up to 127 bytes need one byte each."""
    if len(content) > _SHORT:
        raise ValueError(f"the name is too long by {len(content) - _SHORT} bytes")
    return bytes([number << 3 | 2, len(content)]) + content
