import subprocess
import sys

HIDE = "import sys; sys.modules |= dict.fromkeys(('onnxruntime', 'tokenizers')); "


def run(code: str) -> str:
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return result.stdout.strip()


def test_factories_import_next_to_nothing() -> None:
    code = (
        "import sys, spacy; before = set(sys.modules); import graphbuild.language.factories; "
        "print(*sorted({name for name in set(sys.modules) - before if not name.startswith('spacy.')}))"
    )

    assert set(run(code).split()) <= {"graphbuild", "graphbuild.about", "graphbuild.language", "graphbuild.language.factories"}


def test_pipelines_of_others_work_without_the_encoders_libraries() -> None:
    code = f"{HIDE} import graphbuild.language.factories, spacy; print(spacy.blank('en')('Abe met Tsai.')[1])"

    assert run(code) == "met"


def test_component_whose_library_is_missing_says_so() -> None:
    code = (
        f"{HIDE} import graphbuild.language.factories, spacy\n"
        "try:\n    spacy.blank('en').add_pipe('graphbuild_encoder')\n"
        "except ImportError as error:\n    print(error.name)"
    )

    assert run(code) in {"onnxruntime", "tokenizers"}
