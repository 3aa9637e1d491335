package dev.shardline.volume.probe;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.privacy.BasicProfile;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.probe.FactName;
import dev.shardline.probe.HeaderFindings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the header of a DICOM file tells the builder: nothing that names a person.
final class DicomFacts {
  private final DicomDataSet data;
  private final Map<FactName, String> facts = new EnumMap<>(FactName.class);

  private DicomFacts(DicomDataSet data) {
    this.data = data;
  }

  static HeaderFindings of(DicomDataSet data, int files) throws MalformedDataException {
    DicomFacts read = new DicomFacts(data);
    read.facts.put(FactName.FORMAT, "dicom");
    read.describePicture(files);
    read.describeScanner();
    read.describePrivacy();
    return new HeaderFindings(read.facts, data.text(DicomTag.SERIES_INSTANCE_UID).orElse(null));
  }

  private void describePicture(int files) throws MalformedDataException {
    if (data.element(DicomTag.ROWS).isEmpty() || data.element(DicomTag.COLUMNS).isEmpty()) {
      return;
    }
    long rows = data.integer(DicomTag.ROWS);
    long columns = data.integer(DicomTag.COLUMNS);
    long frames = (long) Math.clamp(data.decimalOr(DicomTag.NUMBER_OF_FRAMES, 1), 1, 1 << 20);
    long slices = frames * files;
    facts.put(FactName.WIDTH, Long.toString(columns));
    facts.put(FactName.HEIGHT, Long.toString(rows));
    facts.put(FactName.SHAPE, columns + "x" + rows + "x" + slices);
    facts.put(FactName.DECODED_BYTES, Long.toString(rows * columns * slices * Float.BYTES));
    facts.put(FactName.ELEMENT_TYPE, elementType());
    if (data.text(DicomTag.PIXEL_SPACING).isPresent()) {
      facts.put(FactName.SPACING_MM, spacing());
    }
    boolean placed =
        data.text(DicomTag.IMAGE_POSITION).isPresent()
            || data.element(DicomTag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).isPresent();
    facts.put(FactName.GEOMETRY_MISSING, Boolean.toString(!placed));
  }

  private String elementType() throws MalformedDataException {
    boolean signed = data.integerOr(DicomTag.PIXEL_REPRESENTATION, 0) == 1;
    return (signed ? "int" : "uint") + data.integerOr(DicomTag.BITS_ALLOCATED, 16);
  }

  private String spacing() throws MalformedDataException {
    double[] rows = data.decimals(DicomTag.PIXEL_SPACING, 2);
    double thickness =
        data.decimalOr(
            DicomTag.SPACING_BETWEEN_SLICES, data.decimalOr(DicomTag.SLICE_THICKNESS, 1));
    return String.format(Locale.ROOT, "%.3fx%.3fx%.3f", rows[1], rows[0], Math.abs(thickness));
  }

  private void describeScanner() {
    data.text(DicomTag.MODALITY).ifPresent(value -> facts.put(FactName.MODALITY, value));
    data.text(DicomTag.MAGNETIC_FIELD_STRENGTH)
        .ifPresent(value -> facts.put(FactName.FIELD_STRENGTH_TESLA, value));
    String scanner =
        Stream.of(DicomTag.MANUFACTURER, DicomTag.MANUFACTURER_MODEL_NAME)
            .flatMap(tag -> data.text(tag).stream())
            .collect(Collectors.joining(" "));
    if (!scanner.isEmpty()) {
      facts.put(FactName.SCANNER, scanner);
    }
  }

  private void describePrivacy() {
    SortedSet<String> personal = BasicProfile.personalKeywords(data);
    if (!personal.isEmpty()) {
      facts.put(FactName.PERSONAL_DATA, String.join(" ", personal));
    }
    data.text(DicomTag.BURNED_IN_ANNOTATION)
        .map(value -> value.toUpperCase(Locale.ROOT))
        .ifPresent(value ->
            facts.put(FactName.BURNED_IN_ANNOTATION, Boolean.toString(value.equals("YES"))));
  }
}
