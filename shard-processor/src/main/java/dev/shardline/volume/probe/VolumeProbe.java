package dev.shardline.volume.probe;

import dev.shardline.dataset.SourceObject;
import dev.shardline.dicom.DicomHead;
import dev.shardline.dicom.DicomParser;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.probe.ContentProbe;
import dev.shardline.probe.FactName;
import dev.shardline.probe.Fingerprint;
import dev.shardline.probe.HeaderFindings;
import dev.shardline.probe.SampleBytes;
import dev.shardline.storage.ByteRange;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.DecodePolicy.MissingGeometry;
import dev.shardline.volume.DecodePolicy.NonFinite;
import dev.shardline.volume.GeometrySource;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.dicom.DicomOptions;
import dev.shardline.volume.dicom.DicomOptions.BurnedIn;
import dev.shardline.volume.dicom.DicomOptions.Monochrome1;
import dev.shardline.volume.dicom.DicomOptions.Padding;
import dev.shardline.volume.dicom.DicomOptions.Window;
import dev.shardline.volume.dicom.DicomSeriesReader;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.nifti.NiftiReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/// Looks inside NIfTI files and DICOM series, told apart by content. DICOM files are read up to
/// their pixels, in growing ranges; their series is the SeriesInstanceUID. Copies are volumes of
/// the same values in canonical orientation, whatever they are stored as.
public final class VolumeProbe implements ContentProbe {
  private static final int FIRST_READ = 1 << 16;
  private static final int LARGEST_HEAD = 1 << 24;
  private static final long LARGEST_SAMPLE = 1L << 30;

  private static final DecodePolicy POLICY =
      new DecodePolicy(1L << 31, MissingGeometry.ASSUME, NonFinite.KEEP);
  private static final DicomOptions AS_STORED =
      new DicomOptions(Window.NONE, 0, 1, Padding.KEEP, Monochrome1.INVERT, BurnedIn.ACCEPT);

  @Override
  public boolean reads(String fileName) {
    return VolumeNames.match(fileName);
  }

  @Override
  public boolean knowsSeries() {
    return true;
  }

  @Override
  public HeaderFindings readHeader(SampleBytes sample) throws IOException, MalformedDataException {
    SourceObject first = sample.objects().getFirst();
    byte[] head = sample.read(first, new ByteRange(0, FIRST_READ));
    return DicomParser.isDicom(head)
        ? DicomFacts.of(dicomHead(sample, first, head).data(), sample.objects().size())
        : nifti(NiftiReader.header(head));
  }

  private static DicomHead dicomHead(SampleBytes sample, SourceObject object, byte[] beginning)
      throws IOException, MalformedDataException {
    byte[] head = beginning;
    DicomHead read = DicomParser.parseHead(head);
    while (!read.complete() && head.length < Math.min(object.bytes(), LARGEST_HEAD)) {
      int length = 4 * head.length;
      head = sample.read(object, new ByteRange(0, length));
      read = DicomParser.parseHead(head);
    }
    return read;
  }

  private static HeaderFindings nifti(VolumeHeader header) {
    Map<FactName, String> facts = new EnumMap<>(FactName.class);
    facts.put(FactName.FORMAT, header.format().toLowerCase(Locale.ROOT));
    facts.put(FactName.SHAPE, header.shape().toString());
    facts.put(
        FactName.SPACING_MM,
        String.format(
            Locale.ROOT,
            "%.3fx%.3fx%.3f",
            header.affine().spacing().x(),
            header.affine().spacing().y(),
            header.affine().spacing().z()));
    facts.put(FactName.ORIENTATION, Orientation.of(header.affine()).codes());
    facts.put(FactName.ELEMENT_TYPE, header.type().name().toLowerCase(Locale.ROOT));
    facts.put(
        FactName.GEOMETRY_MISSING, Boolean.toString(header.source() == GeometrySource.ASSUMED));
    facts.put(FactName.DECODED_BYTES, Long.toString(header.decodedBytes()));
    return new HeaderFindings(facts, null);
  }

  @Override
  public Fingerprint fingerprint(SampleBytes sample) throws IOException, MalformedDataException {
    byte[] digest = VolumeDigest.of(volume(sample));
    return new Fingerprint(new long[] {ByteBuffer.wrap(digest).getLong()}, digest);
  }

  private static Volume volume(SampleBytes sample) throws IOException, MalformedDataException {
    List<SourceObject> objects = sample.objects();
    byte[] first = whole(sample, objects.getFirst());
    if (DicomParser.isDicom(first)) {
      return new DicomSeriesReader(POLICY, AS_STORED).read(series(sample));
    }
    NiftiReader reader = new NiftiReader(POLICY);
    boolean pair = objects.size() > 1 && VolumeNames.isHeader(objects.getFirst());
    return pair ? reader.readPair(first, whole(sample, objects.get(1))) : reader.read(first);
  }

  private static List<byte[]> series(SampleBytes sample)
      throws IOException, MalformedDataException {
    requireFits(sample.objects().stream().mapToLong(SourceObject::bytes).sum());
    List<byte[]> files = new ArrayList<>();
    for (SourceObject object : sample.objects()) {
      files.add(whole(sample, object));
    }
    return files;
  }

  private static byte[] whole(SampleBytes sample, SourceObject object)
      throws IOException, MalformedDataException {
    requireFits(object.bytes());
    return sample.read(object, new ByteRange(0, object.bytes()));
  }

  private static void requireFits(long bytes) throws MalformedDataException {
    if (bytes > LARGEST_SAMPLE) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "files", "at most " + LARGEST_SAMPLE + " bytes", bytes + "");
    }
  }

  @Override
  public OptionalDouble confirm(Fingerprint first, Fingerprint second) {
    return Arrays.equals(first.signature(), second.signature())
        ? OptionalDouble.of(1)
        : OptionalDouble.empty();
  }
}
