package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.pixel.PixelFormat;
import dev.shardline.dicom.pixel.PixelFrames;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.DecodePolicy.MissingGeometry;
import dev.shardline.volume.dicom.DicomOptions.BurnedIn;
import java.util.ArrayList;
import java.util.List;

/// The slices that one file holds: one, one for each frame, or one for each tile of a mosaic.
final class FileSlices {
  private final DicomDataSet data;
  private final DicomOptions options;
  private final MissingGeometry missingGeometry;

  private FileSlices(DicomDataSet data, DicomOptions options, MissingGeometry missingGeometry) {
    this.data = data;
    this.options = options;
    this.missingGeometry = missingGeometry;
  }

  static List<DicomSlice> of(
      DicomDataSet data, DicomOptions options, MissingGeometry missingGeometry)
      throws MalformedDataException {
    return new FileSlices(data, options, missingGeometry).read();
  }

  private List<DicomSlice> read() throws MalformedDataException {
    requireNoText();
    PixelFrames frames = PixelFrames.of(data);
    List<FrameFacts> facts = FrameFacts.ofAll(data, frames.format().frames());
    List<Integer> ranks = FrameRanks.of(facts);
    List<DicomSlice> slices = new ArrayList<>();
    for (int frame = 0; frame < facts.size(); frame++) {
      slices.add(slice(frames, frame, facts.get(frame), ranks.get(frame)));
    }
    if (!Mosaic.isMosaic(data)) {
      return slices;
    }
    if (slices.size() != 1) {
      throw data.malformed(DicomTag.NUMBER_OF_FRAMES, "1, of a mosaic", slices.size() + "");
    }
    return Mosaic.of(data, slices.getFirst().place()).slices(slices.getFirst());
  }

  private DicomSlice slice(PixelFrames frames, int frame, FrameFacts facts, int rank)
      throws MalformedDataException {
    PixelFormat format = frames.format();
    double instance = data.decimalOr(DicomTag.INSTANCE_NUMBER, 0);
    return new DicomSlice(
        place(facts, format, format.frames() == 1 ? instance : frame),
        SliceKind.of(facts),
        new TimeOrder(facts.temporalIndex(), instance, rank),
        frames,
        frame,
        0,
        0,
        ValueMapping.of(data, facts, format, options));
  }

  private SlicePlace place(FrameFacts facts, PixelFormat format, double number)
      throws MalformedDataException {
    boolean placed =
        facts
            .holder(DicomTag.PLANE_POSITION_SEQUENCE, DicomTag.IMAGE_POSITION)
            .text(DicomTag.IMAGE_POSITION)
            .isPresent();
    if (placed) {
      return SlicePlace.of(facts, data, format.rows(), format.columns());
    }
    return switch (missingGeometry) {
      case ASSUME -> SlicePlace.guessed(facts, format.rows(), format.columns(), number);
      case REFUSE ->
          throw data.missing(
              DicomTag.IMAGE_POSITION,
              "where the slice lies (with `missing-geometry: assume` that is guessed)");
    };
  }

  private void requireNoText() throws MalformedDataException {
    boolean burnedIn = data.text(DicomTag.BURNED_IN_ANNOTATION).orElse("").equals("YES");
    if (burnedIn && options.burnedIn() == BurnedIn.REFUSE) {
      throw new MalformedDataException(
          Reason.CHECK_FAILED,
          DicomTag.BURNED_IN_ANNOTATION.keyword(),
          "a picture without text burned into it",
          "YES");
    }
  }
}
