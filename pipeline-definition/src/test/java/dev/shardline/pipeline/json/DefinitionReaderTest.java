package dev.shardline.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.shardline.failure.UsageException;
import dev.shardline.pipeline.Examples;
import dev.shardline.pipeline.PipelineDefinition;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    PipelineDefinition full = Examples.full();

    assertThat(DefinitionReader.read(DefinitionWriter.pretty(full))).isEqualTo(full);
    assertThat(DefinitionReader.read(DefinitionWriter.compact(full))).isEqualTo(full);
    assertThat(DefinitionReader.read(DefinitionWriter.pretty(Examples.small())))
        .isEqualTo(Examples.small());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Processing\"|\"Lambda\"|Steps[0].Type: expected one of Processing, Training, Condition,"
            + " Fail",
        "\"S3InputMode\": \"File\"|\"S3InputMode\": \"Pipe\"|S3Input.S3InputMode: expected"
            + " \"File\", found \"Pipe\"",
        "\"S3UploadMode\"|\"S3Upload\"|Steps[0].Arguments.ProcessingOutputConfig.Outputs[0].S3Output.S3UploadMode:"
            + " expected a value, found nothing",
        "\"LessThanOrEqualTo\"|\"Below\"|Conditions[2].Type: expected one of Equals, GreaterThan",
        "\"VolumeSizeInGB\": 30|\"VolumeSizeInGB\": \"30\"|ClusterConfig.VolumeSizeInGB: expected a"
            + " whole number",
        "\"Get\": \"Execution.PipelineExecutionId\"|\"Get\": \"Execution.Id\"|expected one of"
            + " StartDateTime",
        "\"Get\": \"Parameters.ImageUri\"|\"Get\": \"Nowhere.ImageUri\"|expected a path under"
            + " Parameters, Execution or Steps",
        "\"Metadata\": {}|\"Metadata\": {}, \"Extra\": 1|Pipeline definition, Extra: expected no"
            + " such key",
        "2020-12-01|2019-01-01|Version: expected \"2020-12-01\"",
        "\"MaxAttempts\": 5|\"MaxAttempts\": 5, \"ExpireAfterMin\": 5|either MaxAttempts or"
            + " ExpireAfterMin",
        "\"DefaultValue\": 4|\"DefaultValue\": \"four\"|Parameter ProcessingInstanceCount is of"
            + " type Integer",
      })
  void whatItCannotExecuteItNames(String found, String replacement, String message) {
    String text = DefinitionWriter.pretty(Examples.small());
    assertThat(text).contains(found);

    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(
            () -> DefinitionReader.read(text.replaceFirst(Pattern.quote(found), replacement)))
        .withMessageContaining(message);
  }

  @Test
  void textThatIsNoJsonIsToldWithItsLine() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> DefinitionReader.read("{\"Version\":\n \"2020-12-01\",,}"))
        .withMessageContaining("line 2");
  }
}
