package dev.shardline.dicom;

import java.util.Set;

/// What a DICOM file is besides pictures: scanners put raw data, presentation states and reports
/// into the series that they belong to (PS3.4, B.5), and a `DICOMDIR` beside them all.
public final class StoredObject {
  private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

  /// Of CT, MR, PET and secondary captures, which are pictures even if a damaged file has lost its
  /// own: by the last parts of their SOP classes.
  private static final Set<String> PICTURES =
      Set.of(
          "2", "2.1", "2.2", "4", "4.1", "4.3", "4.4", "7", "7.1", "7.2", "7.3", "7.4", "128",
          "128.1", "130");

  private StoredObject() {}

  /// Whether the file is to hold a picture: it describes pixels, or says that it is one, or does
  /// not say what it is.
  public static boolean isPicture(DicomDataSet data) {
    if (data.element(DicomTag.SAMPLES_PER_PIXEL).isPresent()) {
      return true;
    }
    boolean directory = data.element(DicomTag.DIRECTORY_RECORD_SEQUENCE).isPresent();
    return data.text(DicomTag.SOP_CLASS_UID).map(StoredObject::isPicture).orElse(!directory);
  }

  private static boolean isPicture(String sopClass) {
    return sopClass.startsWith(STORAGE) && PICTURES.contains(sopClass.substring(STORAGE.length()));
  }
}
