package dev.shardline.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;

class InstanceTypesTest {
  @Test
  void theServiceModelAgreesOnWhatIsForTrainingOnly() {
    for (TrainingInstanceType type : TrainingInstanceType.knownValues()) {
      boolean accelerated = type.toString().matches("ml\\.(p|trn|g).*");
      boolean offered =
          ProcessingInstanceType.knownValues().stream()
              .anyMatch(processing -> processing.toString().equals(type.toString()));
      if (accelerated) {
        assertThat(InstanceTypes.isForTrainingOnly(type.toString()))
            .as(type.toString())
            .isEqualTo(!offered);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ml.m5.xlarge, m5", "ml.c7i-flex.large, c7i-flex", "m5.xlarge, ''", "ml.m5, ''"})
  void theFamilyStandsBetweenTheDots(String type, String family) {
    assertThat(InstanceTypes.family(type)).isEqualTo(family);
  }
}
