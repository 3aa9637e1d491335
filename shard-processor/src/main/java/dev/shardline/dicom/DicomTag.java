package dev.shardline.dicom;

/// The data elements that are used, by their keywords in PS3.6.
public enum DicomTag {
  TRANSFER_SYNTAX_UID(0x0002_0010, "TransferSyntaxUID"),
  DIRECTORY_RECORD_SEQUENCE(0x0004_1220, "DirectoryRecordSequence"),
  IMAGE_TYPE(0x0008_0008, "ImageType"),
  SOP_CLASS_UID(0x0008_0016, "SOPClassUID"),
  SOP_INSTANCE_UID(0x0008_0018, "SOPInstanceUID"),
  MODALITY(0x0008_0060, "Modality"),
  MANUFACTURER(0x0008_0070, "Manufacturer"),
  MANUFACTURER_MODEL_NAME(0x0008_1090, "ManufacturerModelName"),
  COMPLEX_IMAGE_COMPONENT(0x0008_9208, "ComplexImageComponent"),
  SLICE_THICKNESS(0x0018_0050, "SliceThickness"),
  REPETITION_TIME(0x0018_0080, "RepetitionTime"),
  ECHO_TIME(0x0018_0081, "EchoTime"),
  MAGNETIC_FIELD_STRENGTH(0x0018_0087, "MagneticFieldStrength"),
  SPACING_BETWEEN_SLICES(0x0018_0088, "SpacingBetweenSlices"),
  EFFECTIVE_ECHO_TIME(0x0018_9082, "EffectiveEchoTime"),
  MR_TIMING_SEQUENCE(0x0018_9112, "MRTimingAndRelatedParametersSequence"),
  MR_ECHO_SEQUENCE(0x0018_9114, "MREchoSequence"),
  MR_FRAME_TYPE_SEQUENCE(0x0018_9226, "MRImageFrameTypeSequence"),
  SIEMENS_IMAGES_IN_MOSAIC(0x0019_100A, "(0019,100A) of Siemens"),
  SERIES_INSTANCE_UID(0x0020_000E, "SeriesInstanceUID"),
  INSTANCE_NUMBER(0x0020_0013, "InstanceNumber"),
  IMAGE_POSITION(0x0020_0032, "ImagePositionPatient"),
  IMAGE_ORIENTATION(0x0020_0037, "ImageOrientationPatient"),
  FRAME_CONTENT_SEQUENCE(0x0020_9111, "FrameContentSequence"),
  PLANE_POSITION_SEQUENCE(0x0020_9113, "PlanePositionSequence"),
  PLANE_ORIENTATION_SEQUENCE(0x0020_9116, "PlaneOrientationSequence"),
  TEMPORAL_POSITION_INDEX(0x0020_9128, "TemporalPositionIndex"),
  DIMENSION_INDEX_VALUES(0x0020_9157, "DimensionIndexValues"),
  SAMPLES_PER_PIXEL(0x0028_0002, "SamplesPerPixel"),
  PHOTOMETRIC_INTERPRETATION(0x0028_0004, "PhotometricInterpretation"),
  NUMBER_OF_FRAMES(0x0028_0008, "NumberOfFrames"),
  ROWS(0x0028_0010, "Rows"),
  COLUMNS(0x0028_0011, "Columns"),
  PIXEL_SPACING(0x0028_0030, "PixelSpacing"),
  BITS_ALLOCATED(0x0028_0100, "BitsAllocated"),
  BITS_STORED(0x0028_0101, "BitsStored"),
  HIGH_BIT(0x0028_0102, "HighBit"),
  PIXEL_REPRESENTATION(0x0028_0103, "PixelRepresentation"),
  PIXEL_PADDING_VALUE(0x0028_0120, "PixelPaddingValue"),
  PIXEL_PADDING_RANGE_LIMIT(0x0028_0121, "PixelPaddingRangeLimit"),
  BURNED_IN_ANNOTATION(0x0028_0301, "BurnedInAnnotation"),
  WINDOW_CENTER(0x0028_1050, "WindowCenter"),
  WINDOW_WIDTH(0x0028_1051, "WindowWidth"),
  RESCALE_INTERCEPT(0x0028_1052, "RescaleIntercept"),
  RESCALE_SLOPE(0x0028_1053, "RescaleSlope"),
  VOI_LUT_FUNCTION(0x0028_1056, "VOILUTFunction"),
  MODALITY_LUT_SEQUENCE(0x0028_3000, "ModalityLUTSequence"),
  PIXEL_MEASURES_SEQUENCE(0x0028_9110, "PixelMeasuresSequence"),
  FRAME_VOI_LUT_SEQUENCE(0x0028_9132, "FrameVOILUTSequence"),
  PIXEL_VALUE_TRANSFORMATION_SEQUENCE(0x0028_9145, "PixelValueTransformationSequence"),
  SIEMENS_IMAGE_HEADER(0x0029_1010, "(0029,1010) of Siemens"),
  GE_IMAGE_TYPE(0x0043_102F, "(0043,102F) of GE"),
  SHARED_FUNCTIONAL_GROUPS_SEQUENCE(0x5200_9229, "SharedFunctionalGroupsSequence"),
  PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE(0x5200_9230, "PerFrameFunctionalGroupsSequence"),
  PIXEL_DATA(0x7FE0_0010, "PixelData");

  private final int number;
  private final String keyword;

  DicomTag(int number, String keyword) {
    this.number = number;
    this.keyword = keyword;
  }

  /// Group in the upper, element in the lower 16 bits.
  public int number() {
    return number;
  }

  public String keyword() {
    return keyword;
  }
}
