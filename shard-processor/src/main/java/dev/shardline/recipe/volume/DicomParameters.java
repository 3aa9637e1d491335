package dev.shardline.recipe.volume;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomParser;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.privacy.SharedMetadata;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.SourceHead;
import dev.shardline.volume.dicom.DicomOptions;
import dev.shardline.volume.dicom.DicomOptions.BurnedIn;
import dev.shardline.volume.dicom.DicomOptions.Monochrome1;
import dev.shardline.volume.dicom.DicomOptions.Padding;
import dev.shardline.volume.dicom.DicomOptions.Window;
import java.util.List;

/// The parameters of `decode-volume` that concern DICOM only.
final class DicomParameters {
  private static final double LARGEST = 1e9;

  private static final Parameter<Window> WINDOW =
      Parameter.of(
          "window",
          ParameterType.choice(Window.class),
          Window.NONE,
          "DICOM: spread a window of grey levels over 0 to 1; the file's own, or the one given");
  private static final Parameter<Double> CENTRE =
      Parameter.of(
          "window-centre",
          ParameterType.number(-LARGEST, LARGEST),
          40.0,
          "the window's middle, for `window: given`");
  private static final Parameter<Double> WIDTH =
      Parameter.of(
          "window-width",
          ParameterType.number(1, LARGEST),
          400.0,
          "the window's width, for `window: given`");
  private static final Parameter<Padding> PADDING =
      Parameter.of(
          "padding",
          ParameterType.choice(Padding.class),
          Padding.KEEP,
          "DICOM: what becomes of pixels of the padding value; the volume's lowest, or as stored");
  private static final Parameter<Monochrome1> MONOCHROME1 =
      Parameter.of(
          "monochrome1",
          ParameterType.choice(Monochrome1.class),
          Monochrome1.INVERT,
          "DICOM: whether pictures whose least value is white are turned over");
  private static final Parameter<BurnedIn> BURNED_IN =
      Parameter.of(
          "burned-in-annotation",
          ParameterType.choice(BurnedIn.class),
          BurnedIn.REFUSE,
          "DICOM: what to do with files that say text is burned into the picture");

  private static final Parameter<List<String>> METADATA =
      Parameter.of(
          "metadata",
          ParameterType.list(ParameterType.text(), 0, 64),
          List.of(),
          "DICOM: keywords whose values are recorded, such as MagneticFieldStrength");
  private static final Parameter<PersonalData> PERSONAL_DATA =
      Parameter.of(
          "personal-data",
          ParameterType.choice(PersonalData.class),
          PersonalData.REFUSE,
          "DICOM: whether `metadata` may name what identifies a person (PS3.15)");

  /// Whether metadata that the confidentiality profile removes may be recorded.
  enum PersonalData {
    REFUSE,
    KEEP
  }

  static final List<Parameter<?>> ALL =
      List.of(WINDOW, CENTRE, WIDTH, PADDING, MONOCHROME1, BURNED_IN, METADATA, PERSONAL_DATA);

  private DicomParameters() {}

  static DicomOptions options(Arguments arguments) {
    return new DicomOptions(
        arguments.value(WINDOW),
        arguments.value(CENTRE),
        arguments.value(WIDTH),
        arguments.value(PADDING),
        arguments.value(MONOCHROME1),
        arguments.value(BURNED_IN));
  }

  static SharedMetadata metadata(Arguments arguments) {
    return SharedMetadata.of(
        arguments.value(METADATA), arguments.value(PERSONAL_DATA) == PersonalData.KEEP);
  }

  /// The size of a series' volume as float32, if every file is like the first; where its head does
  /// not tell, twice the files' bytes: 16 bits to 32.
  static long decodedBytes(SourceHead head) throws MalformedDataException {
    DicomDataSet first = DicomParser.parseHead(head.head()).data();
    if (first.element(DicomTag.COLUMNS).isEmpty()) {
      return 2 * head.bytes();
    }
    double pixels =
        (double) first.integer(DicomTag.ROWS)
            * first.integer(DicomTag.COLUMNS)
            * first.decimalOr(DicomTag.NUMBER_OF_FRAMES, 1)
            * head.objects().size();
    return (long) Math.clamp(pixels * Float.BYTES, 0, Long.MAX_VALUE / 4.0);
  }
}
