package dev.shardline.volume.dicom;

import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomParser;
import dev.shardline.dicom.DicomTag;
import dev.shardline.dicom.StoredObject;
import dev.shardline.dicom.pixel.PixelFormat;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.FiniteValues;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a volume of the files of one series: x along a row, y down a column, z along the slice
/// normal, with the affine in RAS+. Reads single-frame files, enhanced multi-frame files and
/// Siemens mosaics. Slices are sorted by their position along the normal, never by instance number;
/// slices at the same position are time points, sorted by instance number or temporal position.
/// What a series holds besides pictures is passed over. Gaps, missing time points, duplicates,
/// gantry tilt and mixtures (of series, echoes, magnitude and phase) are refused. Stateless; safe
/// to share.
public final class DicomSeriesReader {
  private final DecodePolicy policy;
  private final DicomOptions options;

  public DicomSeriesReader(DecodePolicy policy, DicomOptions options) {
    this.policy = policy;
    this.options = options;
  }

  /// The volume of a series' files, given in any order.
  ///
  /// @param files at least one
  public Volume read(List<byte[]> files) throws MalformedDataException {
    List<DicomDataSet> pictures = new ArrayList<>();
    List<DicomSlice> slices = new ArrayList<>();
    for (byte[] file : files) {
      DicomDataSet data = DicomParser.parse(file);
      if (StoredObject.isPicture(data)) {
        pictures.add(data);
        slices.addAll(FileSlices.of(data, options, policy.missingGeometry()));
      }
    }
    requireOneSeries(pictures);
    SliceKind.requireOne(slices);
    SeriesStack stack = SeriesStack.of(slices);
    return volume(stack).withTimeStep(stack.timePoints() > 1 ? repetition(pictures.getFirst()) : 0);
  }

  /// In seconds; 0 where the file does not say it.
  private static double repetition(DicomDataSet first) throws MalformedDataException {
    double milliseconds =
        FrameFacts.first(first).decimalOr(DicomTag.MR_TIMING_SEQUENCE, DicomTag.REPETITION_TIME, 0);
    return milliseconds > 0 && Double.isFinite(milliseconds) ? milliseconds / 1000 : 0;
  }

  private static void requireOneSeries(List<DicomDataSet> pictures) throws MalformedDataException {
    if (pictures.isEmpty()) {
      throw new MalformedDataException(
          Reason.WRONG_KIND, "SOPClassUID", "pictures in the series", "only files without");
    }
    Set<String> instances = new HashSet<>();
    for (DicomDataSet data : pictures) {
      DicomTag tag = DicomTag.SERIES_INSTANCE_UID;
      if (!data.text(tag).equals(pictures.getFirst().text(tag))) {
        throw new MalformedDataException(
            Reason.MALFORMED, "series", "files of one " + tag.keyword(), "a mixture");
      }
      String instance = data.text(DicomTag.SOP_INSTANCE_UID).orElse("");
      if (!instance.isEmpty() && !instances.add(instance)) {
        throw new MalformedDataException(
            Reason.MALFORMED, "SOPInstanceUID", "every file another instance", "one twice");
      }
    }
  }

  private Volume volume(SeriesStack stack) throws MalformedDataException {
    SlicePlace place = stack.first().place();
    int depth = stack.positions().size();
    VolumeShape shape = new VolumeShape(place.columns(), place.rows(), depth, stack.timePoints());
    if (shape.voxels() > Math.min(policy.largestBytes() / Float.BYTES, Integer.MAX_VALUE - 8)) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "series",
          "at most " + policy.largestBytes() + " bytes as float32",
          shape + "");
    }
    float[] values = new float[(int) shape.voxels()];
    fill(stack, values);
    fillPadding(values);
    return Volume.of(
        FiniteValues.apply(policy.nonFinite(), new FloatVoxels(values)),
        shape,
        stack.affine(),
        type(stack));
  }

  /// Decodes time point by time point, a frame once for all its tiles.
  private static void fill(SeriesStack stack, float[] values) throws MalformedDataException {
    int area = stack.first().place().rows() * stack.first().place().columns();
    DicomSlice decoded = stack.first();
    int[] frame = decoded.frameValues();
    int at = 0;
    for (int t = 0; t < stack.timePoints(); t++) {
      for (List<DicomSlice> position : stack.positions()) {
        DicomSlice slice = position.get(t);
        if (!slice.sharesFrameWith(decoded)) {
          frame = slice.frameValues();
          decoded = slice;
        }
        slice.map(frame, values, at);
        at += area;
      }
    }
  }

  /// Padding was marked NaN where it is to be replaced; no other value is.
  private void fillPadding(float[] values) {
    if (options.padding() == DicomOptions.Padding.KEEP) {
      return;
    }
    float lowest = Float.POSITIVE_INFINITY;
    for (float value : values) {
      lowest = value < lowest ? value : lowest;
    }
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        values[i] = lowest == Float.POSITIVE_INFINITY ? 0 : lowest;
      }
    }
  }

  /// The stored type where all values come as they are stored.
  private static VoxelType type(SeriesStack stack) {
    PixelFormat format = stack.first().frames().format();
    boolean plain =
        stack.positions().stream()
            .flatMap(List::stream)
            .allMatch(slice -> slice.mapping().isPlain());
    if (!plain) {
      return VoxelType.FLOAT64;
    }
    return format.signed() || format.stored() < Short.SIZE ? VoxelType.INT16 : VoxelType.UINT16;
  }
}
