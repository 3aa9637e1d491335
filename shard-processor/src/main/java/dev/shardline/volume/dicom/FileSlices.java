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
    List<DicomSlice> slices = new ArrayList<>();
    for (int frame = 0; frame < facts.size(); frame++) {
      slices.add(slice(frames, frame, facts.get(frame)));
    }
    if (!Mosaic.isMosaic(data)) {
      return slices;
    }
    if (slices.size() != 1) {
      throw data.malformed(DicomTag.NUMBER_OF_FRAMES, "1, of a mosaic", slices.size() + "");
    }
    return Mosaic.of(data, slices.getFirst().place()).slices(slices.getFirst());
  }

  private DicomSlice slice(PixelFrames frames, int frame, FrameFacts facts)
      throws MalformedDataException {
    PixelFormat format = frames.format();
    double number =
        format.frames() == 1 ? data.decimalOr(DicomTag.INSTANCE_NUMBER, 0) : time(facts, frame);
    return new DicomSlice(
        place(facts, format, format.frames() == 1 ? number : frame),
        number,
        frames,
        frame,
        0,
        0,
        ValueMapping.of(data, facts, format, options));
  }

  /// Frames of one position follow each other in time, by their index where they have one.
  private static double time(FrameFacts facts, int frame) throws MalformedDataException {
    DicomDataSet holder =
        facts.holder(DicomTag.FRAME_CONTENT_SEQUENCE, DicomTag.TEMPORAL_POSITION_INDEX);
    return holder.longOr(DicomTag.TEMPORAL_POSITION_INDEX, frame);
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
