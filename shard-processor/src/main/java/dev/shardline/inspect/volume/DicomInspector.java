package dev.shardline.inspect.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomParser;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.privacy.BasicProfile;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.SeriesInspector;
import dev.shardline.inspect.draw.VolumeSheet;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.dicom.DicomOptions;
import dev.shardline.volume.dicom.DicomOptions.BurnedIn;
import dev.shardline.volume.dicom.DicomOptions.Monochrome1;
import dev.shardline.volume.dicom.DicomOptions.Padding;
import dev.shardline.volume.dicom.DicomOptions.Window;
import dev.shardline.volume.dicom.DicomSeriesReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks into a DICOM file (a slice, a multi-frame file or a mosaic), or into its whole series.
/// Names the fields that hold personal data and does not tell their values.
public final class DicomInspector implements SeriesInspector {
  private static final DicomOptions AS_STORED =
      new DicomOptions(Window.NONE, 0, 1, Padding.KEEP, Monochrome1.INVERT, BurnedIn.ACCEPT);

  private static final List<DicomTag> TOLD =
      List.of(
          DicomTag.MODALITY,
          DicomTag.MANUFACTURER,
          DicomTag.MANUFACTURER_MODEL_NAME,
          DicomTag.MAGNETIC_FIELD_STRENGTH,
          DicomTag.ECHO_TIME,
          DicomTag.REPETITION_TIME,
          DicomTag.PHOTOMETRIC_INTERPRETATION,
          DicomTag.BURNED_IN_ANNOTATION);

  @Override
  public String format() {
    return "DICOM";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return DicomParser.isDicom(file.head());
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    byte[] bytes = file.bytes();
    return inspection(file, DicomParser.parse(bytes), List.of(bytes));
  }

  @Override
  public Inspection inspectSeries(InspectedFile file) throws IOException, MalformedDataException {
    DicomDataSet data = DicomParser.parse(file.bytes());
    String series =
        data.text(DicomTag.SERIES_INSTANCE_UID)
            .orElseThrow(
                () -> data.missing(DicomTag.SERIES_INSTANCE_UID, "the series' identifier"));
    List<byte[]> files = new ArrayList<>();
    for (InspectedFile other : file.folder()) {
      if (recognises(other)) {
        byte[] bytes = other.bytes();
        DicomDataSet head = DicomParser.parseHead(bytes).data();
        if (head.text(DicomTag.SERIES_INSTANCE_UID).orElse("").equals(series)) {
          files.add(bytes);
        }
      }
    }
    Inspection whole = inspection(file, data, files);
    whole.facts().put("files", files.size());
    return whole;
  }

  private Inspection inspection(InspectedFile file, DicomDataSet data, List<byte[]> files)
      throws MalformedDataException {
    ObjectNode facts = facts(data);
    Volume volume = new DicomSeriesReader(DecodePolicy.lenient(), AS_STORED).read(files);
    facts.put("shape", volume.shape().toString());
    VolumeFacts.addGeometry(facts, volume.affine());
    VolumeFacts.addValues(facts, volume);
    String title = "%s  %s".formatted(file.name(), volume.shape());
    return Inspection.of(format(), facts)
        .withDrawing(new VolumeSheet(title, volume, Map.of()))
        .withVolume(volume);
  }

  private static ObjectNode facts(DicomDataSet data) {
    ObjectNode facts =
        CanonicalJson.object()
            .put(
                "transfer-syntax", data.syntax().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    for (DicomTag tag : TOLD) {
      data.text(tag).ifPresent(value -> facts.put(tag.keyword(), value));
    }
    facts.put("personal-data", String.join(" ", BasicProfile.personalKeywords(data)));
    return facts;
  }
}
