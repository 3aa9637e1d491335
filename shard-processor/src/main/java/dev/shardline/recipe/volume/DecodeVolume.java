package dev.shardline.recipe.volume;

import dev.shardline.data.DataKind;
import dev.shardline.dicom.DicomDataSet;
import dev.shardline.dicom.DicomParser;
import dev.shardline.dicom.StoredObject;
import dev.shardline.dicom.privacy.SharedMetadata;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.recipe.Arguments;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Parameter;
import dev.shardline.recipe.ParameterType;
import dev.shardline.recipe.Signature;
import dev.shardline.recipe.SourceBytes;
import dev.shardline.recipe.SourceBytes.NamedBytes;
import dev.shardline.recipe.SourceHead;
import dev.shardline.recipe.SourceStep;
import dev.shardline.recipe.StepFactory;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.DecodePolicy.MissingGeometry;
import dev.shardline.volume.DecodePolicy.NonFinite;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.dicom.DicomOptions;
import dev.shardline.volume.dicom.DicomSeriesReader;
import dev.shardline.volume.geometry.MaskPlace;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.gzip.MemoryKeeper;
import dev.shardline.volume.nifti.NiftiReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decodes a sample's objects as a volume, by their content: one NIfTI file, a NIfTI pair, or the
/// files of a DICOM series. An object whose name ends in the mask suffix becomes the companion
/// `mask`. Records `shape`, `spacing-mm` and `orientation` as they are in the file, and of DICOM's
/// metadata what the recipe names.
record DecodeVolume(
    DecodePolicy policy,
    DicomOptions dicom,
    SharedMetadata metadata,
    TimeAxis timeAxis,
    String maskSuffix)
    implements SourceStep, MapStep {
  /// What to do with time series.
  enum TimeAxis {
    /// Keep all time points.
    KEEP,
    /// Take the first time point.
    FIRST,
    /// Quarantine them: a 3-D volume is asked for.
    REFUSE
  }

  private static final String NAME = "decode-volume";
  private static final int HEAD_BYTES = 1 << 14;

  private static final Parameter<Integer> MEMORY_LIMIT =
      Parameter.of(
          "memory-limit-mib",
          ParameterType.integer(1, 1 << 20),
          4096,
          "the largest decoded volume as float32, in MiB");
  private static final Parameter<MissingGeometry> MISSING_GEOMETRY =
      Parameter.of(
          "missing-geometry",
          ParameterType.choice(MissingGeometry.class),
          MissingGeometry.REFUSE,
          "what to do with files that do not say where their voxels lie");
  private static final Parameter<NonFinite> NON_FINITE =
      Parameter.of(
          "non-finite",
          ParameterType.choice(NonFinite.class),
          NonFinite.REFUSE,
          "what to do with NaN and infinite values");
  private static final Parameter<TimeAxis> TIME_AXIS =
      Parameter.of(
          "time-axis",
          ParameterType.choice(TimeAxis.class),
          TimeAxis.KEEP,
          "what to do with time series (4-D)");
  private static final Parameter<String> MASK_SUFFIX =
      Parameter.of(
          "mask-suffix",
          ParameterType.text(),
          "_mask",
          "what the name of a sample's mask ends in, before its extension");

  static final StepFactory FACTORY =
      new VolumeStepFactory(
          NAME,
          "decodes NIfTI files and DICOM series, whatever the files are called",
          parameters(),
          DecodeVolume::of);

  private static List<Parameter<?>> parameters() {
    List<Parameter<?>> all = new ArrayList<>();
    all.addAll(List.of(MEMORY_LIMIT, MISSING_GEOMETRY, NON_FINITE, TIME_AXIS, MASK_SUFFIX));
    all.addAll(DicomParameters.ALL);
    return List.copyOf(all);
  }

  private static DecodeVolume of(Arguments arguments) {
    DecodePolicy policy =
        new DecodePolicy(
            (long) arguments.value(MEMORY_LIMIT) << 20,
            arguments.value(MISSING_GEOMETRY),
            arguments.value(NON_FINITE));
    return new DecodeVolume(
        policy,
        DicomParameters.options(arguments),
        DicomParameters.metadata(arguments),
        arguments.value(TIME_AXIS),
        arguments.value(MASK_SUFFIX));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Signature signature() {
    return Signature.of(DataKind.BYTES, DataKind.VOLUME);
  }

  @Override
  public int headBytes() {
    return HEAD_BYTES;
  }

  /// DICOM files are parsed as arrays.
  @Override
  public boolean readsMemory(SourceHead head) {
    return !DicomParser.isDicom(head.head());
  }

  @Override
  public boolean keepsMemory() {
    return false;
  }

  @Override
  public Footprint predict(SourceHead head) throws MalformedDataException {
    boolean withMask = head.objects().stream().anyMatch(object -> isMask(object.name()));
    if (DicomParser.isDicom(head.head())) {
      long decoded = DicomParameters.decodedBytes(head);
      requireAllowed(decoded);
      return Footprint.of(head.bytes(), (withMask ? 2 : 1) * decoded, inflatingBytes(head));
    }
    VolumeHeader header = NiftiReader.header(head.head());
    requireAllowed(header.decodedBytes());
    VolumeGrid read = new VolumeGrid(header.shape(), header.affine());
    ForeseenVolume decoded =
        withMask
            ? ForeseenVolume.ofFloats(read, 2)
            : new ForeseenVolume(read, 1, header.voxelBytes());
    return Footprint.of(head.bytes(), decoded.bytes(), 0).giving(decoded);
  }

  private void requireAllowed(long decoded) throws MalformedDataException {
    if (decoded > policy.largestBytes()) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          "volume",
          "at most " + policy.largestBytes() + " bytes as float32",
          decoded + "");
    }
  }

  /// Files of a series are inflated one after another, and kept.
  private static long inflatingBytes(SourceHead head) throws MalformedDataException {
    return DicomParser.inflatingBytes(head.head()) * head.objects().size();
  }

  @Override
  public Item map(Item item) throws MalformedDataException {
    SourceBytes source = (SourceBytes) item.data();
    List<NamedBytes> images =
        source.objects().stream().filter(object -> !isMask(object.name())).toList();
    Volume volume = inTime(read(images, source::keep));
    Item decoded = withMetadata(described(item.withData(volume), volume), images);
    Optional<NamedBytes> mask =
        source.objects().stream().filter(object -> isMask(object.name())).findFirst();
    return mask.isPresent()
        ? decoded.withCompanion(Item.MASK, readMask(mask.get(), volume, source::keep))
        : decoded;
  }

  private Item withMetadata(Item item, List<NamedBytes> images) throws MalformedDataException {
    if (metadata.attributes().isEmpty() || !isDicom(images)) {
      return item;
    }
    for (NamedBytes image : images) {
      DicomDataSet data = DicomParser.parseHead(image.bytes()).data();
      if (StoredObject.isPicture(data)) {
        return item.withRecorded("dicom", metadata.of(data));
      }
    }
    return item;
  }

  private Volume read(List<NamedBytes> objects, MemoryKeeper keeper) throws MalformedDataException {
    if (isDicom(objects)) {
      return new DicomSeriesReader(policy, dicom)
          .read(objects.stream().map(NamedBytes::bytes).toList());
    }
    NiftiReader reader = new NiftiReader(policy);
    if (objects.size() == 1) {
      return reader.read(objects.getFirst().memory(), keeper);
    }
    Optional<NamedBytes> header = named(objects, "hdr");
    Optional<NamedBytes> image = named(objects, "img");
    if (header.isPresent() && image.isPresent()) {
      return reader.readPair(header.get().memory(), image.get().memory());
    }
    throw new MalformedDataException(
        Reason.WRONG_KIND,
        "objects of the sample",
        "one NIfTI file, a pair of .hdr and .img, or a DICOM series",
        objects.stream().map(NamedBytes::name).toList() + "");
  }

  private static boolean isDicom(List<NamedBytes> objects) {
    return !objects.isEmpty() && DicomParser.isDicom(objects.getFirst().head(HEAD_BYTES));
  }

  private static Optional<NamedBytes> named(List<NamedBytes> objects, String extension) {
    return objects.stream()
        .filter(object -> object.name().matches("(?i).*\\." + extension + "(\\.gz)?"))
        .findFirst();
  }

  private Volume inTime(Volume volume) throws MalformedDataException {
    if (!volume.shape().isTimeSeries()) {
      return volume;
    }
    return switch (timeAxis) {
      case KEEP -> volume;
      case FIRST -> volume.timePoint(0);
      case REFUSE ->
          throw new MalformedDataException(
              Reason.WRONG_KIND, "time axis", "a 3-D volume", volume.shape() + "");
    };
  }

  private static Item described(Item item, Volume volume) {
    return item.withRecorded("shape", volume.shape().toString())
        .withRecorded(
            "spacing-mm", List.of(volume.spacing().x(), volume.spacing().y(), volume.spacing().z()))
        .withRecorded("orientation", Orientation.of(volume.affine()).codes());
  }

  private Volume readMask(NamedBytes object, Volume volume, MemoryKeeper keeper)
      throws MalformedDataException {
    Volume mask = new NiftiReader(policy).read(object.memory(), keeper);
    return MaskPlace.over(volume, mask.timePoint(0));
  }

  private boolean isMask(String fileName) {
    String stem = fileName.replaceFirst("(?i)(\\.nii)?(\\.gz)?$", "");
    return !maskSuffix.isEmpty() && stem.endsWith(maskSuffix);
  }
}
