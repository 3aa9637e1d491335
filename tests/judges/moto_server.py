"""moto's server, whose SageMaker gives times as text; the service gives seconds, and the Java SDK takes nothing else.

    moto_server.py PORT
"""
import sys
from datetime import datetime, timezone

from moto.sagemaker import models
from moto.server import main


def in_seconds(kind):
    original = kind.__init__

    def with_seconds(self, *arguments, **named):
        original(self, *arguments, **named)
        now = datetime.now(timezone.utc).timestamp()
        for name in ("creation_time", "last_modified_time", "start_time"):
            if hasattr(self, name):
                setattr(self, name, now)

    kind.__init__ = with_seconds


in_seconds(models.FakePipeline)
in_seconds(models.FakePipelineExecution)
main(["-H", "127.0.0.1", "-p", sys.argv[1]])
