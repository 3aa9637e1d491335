package dev.shardline.volume.dicom;

/// The data elements that are used, by their keywords in PS3.6.
enum DicomTag {
  TRANSFER_SYNTAX_UID(0x0002_0010, "TransferSyntaxUID"),
  SERIES_INSTANCE_UID(0x0020_000E, "SeriesInstanceUID"),
  INSTANCE_NUMBER(0x0020_0013, "InstanceNumber"),
  IMAGE_POSITION(0x0020_0032, "ImagePositionPatient"),
  IMAGE_ORIENTATION(0x0020_0037, "ImageOrientationPatient"),
  SAMPLES_PER_PIXEL(0x0028_0002, "SamplesPerPixel"),
  PHOTOMETRIC_INTERPRETATION(0x0028_0004, "PhotometricInterpretation"),
  NUMBER_OF_FRAMES(0x0028_0008, "NumberOfFrames"),
  ROWS(0x0028_0010, "Rows"),
  COLUMNS(0x0028_0011, "Columns"),
  PIXEL_SPACING(0x0028_0030, "PixelSpacing"),
  BITS_ALLOCATED(0x0028_0100, "BitsAllocated"),
  BITS_STORED(0x0028_0101, "BitsStored"),
  PIXEL_REPRESENTATION(0x0028_0103, "PixelRepresentation"),
  RESCALE_INTERCEPT(0x0028_1052, "RescaleIntercept"),
  RESCALE_SLOPE(0x0028_1053, "RescaleSlope"),
  REPETITION_TIME(0x0018_0080, "RepetitionTime"),
  IMAGE_TYPE(0x0008_0008, "ImageType"),
  PIXEL_DATA(0x7FE0_0010, "PixelData");

  private final int number;
  private final String keyword;

  DicomTag(int number, String keyword) {
    this.number = number;
    this.keyword = keyword;
  }

  /// Group in the upper, element in the lower 16 bits.
  int number() {
    return number;
  }

  String keyword() {
    return keyword;
  }
}
