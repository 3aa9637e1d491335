package dev.shardline.dicom.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomFile;
import dev.shardline.dicom.DicomParser;
import dev.shardline.failure.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasicProfileTest {
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  private static DicomDataSet patient() throws Exception {
    return DicomParser.parse(
        DicomFile.slice(EXPLICIT, 0, 1, 0)
            .text(0x0010_0010, "PN", "Doe^Jane")
            .text(0x0010_0020, "LO", "")
            .text(0x0018_0087, "DS", "3.0")
            .text(0x0019_0010, "LO", "MAKER")
            .bytes());
  }

  @Test
  void theTableIsThatOfTheStandard() {
    assertThat(BasicProfile.keywords()).hasSizeGreaterThan(600);
    assertThat(BasicProfile.action(0x0010_0010)).isEqualTo(ProfileAction.REMOVE);
    assertThat(BasicProfile.action(0x0008_1030)).isEqualTo(ProfileAction.REMOVE);
    assertThat(BasicProfile.action(0x0020_000D)).isEqualTo(ProfileAction.REPLACE);
    assertThat(BasicProfile.action(0x0028_0010)).isEqualTo(ProfileAction.KEEP);
    assertThat(BasicProfile.action(0x0019_100A)).isEqualTo(ProfileAction.REMOVE);
    assertThat(BasicProfile.action(0x5004_0010)).isEqualTo(ProfileAction.REMOVE);
    assertThat(BasicProfile.action(0x6002_3000)).isEqualTo(ProfileAction.REMOVE);
    assertThat(BasicProfile.action(0x5200_9229)).isEqualTo(ProfileAction.KEEP);
  }

  @Test
  void personalElementsAreNamedAndTheirValuesNot() throws Exception {
    assertThat(BasicProfile.personalKeywords(patient()))
        .containsExactly("PatientName", "ReferencedImageSequence", "private");
  }

  @Test
  void identifiersAreReplacedTheSameEverywhere() throws Exception {
    SharedMetadata metadata =
        SharedMetadata.of(List.of("SeriesInstanceUID", "MagneticFieldStrength"), false);

    assertThat(metadata.of(patient()))
        .containsEntry("MagneticFieldStrength", "3.0")
        .containsEntry("SeriesInstanceUID", ReplacedIdentifier.of("1.2.3"))
        .doesNotContainValue("1.2.3");
    assertThat(ReplacedIdentifier.of("1.2.3")).matches("2\\.25\\.[1-9][0-9]{30,38}");
  }

  @Test
  void whatTheProfileRemovesCannotBeAskedForByMistake() throws Exception {
    assertThatThrownBy(() -> SharedMetadata.of(List.of("PatientName"), false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("`PatientName`, which may identify a person");
    assertThatThrownBy(() -> SharedMetadata.of(List.of("Shoesize"), true))
        .isInstanceOf(UsageException.class);

    assertThat(SharedMetadata.of(List.of("PatientName", "SeriesInstanceUID"), true).of(patient()))
        .containsEntry("PatientName", "Doe^Jane")
        .containsEntry("SeriesInstanceUID", "1.2.3");
  }
}
