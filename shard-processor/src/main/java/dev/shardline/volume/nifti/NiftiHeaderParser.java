package dev.shardline.volume.nifti;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.gzip.ByteFlow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads and checks a header. Trusts nothing: every number is checked before it is used as a size.
final class NiftiHeaderParser {
  private static final int DIMENSIONS = 8;
  private static final int TIME_DIMENSION = 4;

  private final NiftiHeaderBytes header;

  private NiftiHeaderParser(NiftiHeaderBytes header) {
    this.header = header;
  }

  /// Reads the header that the flow begins with; the flow then stands behind it.
  static NiftiHeader parse(ByteFlow flow) throws MalformedDataException {
    byte[] bytes = new byte[NiftiVersion.NIFTI_2.headerBytes()];
    int sizeBytes = NiftiHeaderBytes.SIZE_FIELD_BYTES;
    flow.readFully(bytes, 0, sizeBytes, NiftiField.SIZEOF_HDR.label());
    byte[] size = Arrays.copyOf(bytes, sizeBytes);
    ByteOrder order = NiftiHeaderBytes.orderOf(size);
    NiftiVersion version = NiftiHeaderBytes.versionOf(size, order, flow);
    flow.readFully(bytes, sizeBytes, version.headerBytes() - sizeBytes, "NIfTI header");
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, version.headerBytes()).order(order);
    return new NiftiHeaderParser(new NiftiHeaderBytes(version, buffer)).parse();
  }

  private NiftiHeader parse() throws MalformedDataException {
    boolean singleFile = isSingleFile();
    VolumeShape shape = shape();
    return new NiftiHeader(
        header.version(),
        header.order(),
        singleFile,
        shape,
        dataType(),
        dataOffset(singleFile),
        scale(),
        new NiftiFrameParser(header, shape).parse());
  }

  private boolean isSingleFile() throws MalformedDataException {
    char version = header.version() == NiftiVersion.NIFTI_1 ? '1' : '2';
    long n = header.integer(NiftiField.MAGIC, 0);
    long middle = header.integer(NiftiField.MAGIC, 1);
    long digit = header.integer(NiftiField.MAGIC, 2);
    if (n == 0 && middle == 0) {
      throw header.failure(
          Reason.UNSUPPORTED, NiftiField.MAGIC, -1, "a NIfTI file", "an ANALYZE 7.5 file");
    }
    boolean known = n == 'n' && digit == version && (middle == '+' || middle == 'i');
    if (!known) {
      String found = "bytes " + n + " " + middle + " " + digit;
      throw header.malformed(NiftiField.MAGIC, -1, "n+" + version + " or ni" + version, found);
    }
    return middle == '+';
  }

  private VolumeShape shape() throws MalformedDataException {
    long dimensions = header.integer(NiftiField.DIM, 0);
    if (dimensions < 1 || dimensions >= DIMENSIONS) {
      throw header.malformed(NiftiField.DIM, 0, "1 to 7 dimensions", dimensions);
    }
    int[] extents = new int[DIMENSIONS];
    Arrays.fill(extents, 1);
    for (int i = 1; i <= dimensions; i++) {
      long extent = header.integer(NiftiField.DIM, i);
      if (extent < 1 || extent > Integer.MAX_VALUE) {
        throw header.malformed(NiftiField.DIM, i, "a positive extent", extent);
      }
      extents[i] = (int) extent;
    }
    for (int i = TIME_DIMENSION + 1; i <= dimensions; i++) {
      if (extents[i] > 1) {
        throw header.failure(
            Reason.WRONG_KIND, NiftiField.DIM, i, "at most 4 dimensions", extents[i]);
      }
    }
    if (dimensions == 1) {
      throw header.failure(Reason.WRONG_KIND, NiftiField.DIM, 0, "2 to 4 dimensions", dimensions);
    }
    return new VolumeShape(extents[1], extents[2], extents[3], extents[TIME_DIMENSION]);
  }

  private NiftiDataType dataType() throws MalformedDataException {
    long code = header.integer(NiftiField.DATATYPE, 0);
    return NiftiDataType.ofCode(code)
        .orElseThrow(() -> header.malformed(NiftiField.DATATYPE, -1, "a code of nifti1.h", code));
  }

  private long dataOffset(boolean singleFile) throws MalformedDataException {
    double offset = header.real(NiftiField.VOX_OFFSET, 0);
    if (offset != Math.rint(offset) || offset < 0 || offset > Integer.MAX_VALUE) {
      throw header.malformed(NiftiField.VOX_OFFSET, -1, "a byte offset", offset);
    }
    int earliest = singleFile ? header.version().earliestData() : 0;
    if (offset != 0 && offset < earliest) {
      throw header.malformed(NiftiField.VOX_OFFSET, -1, "0 or at least " + earliest, (long) offset);
    }
    return Math.max((long) offset, earliest);
  }

  /// A slope of 0 or one that is no number means that values are stored as they are.
  private IntensityScale scale() throws MalformedDataException {
    double slope = header.real(NiftiField.SCL_SLOPE, 0);
    double intercept = header.real(NiftiField.SCL_INTER, 0);
    if (slope == 0 || !Double.isFinite(slope)) {
      return IntensityScale.NONE;
    }
    if (!Double.isFinite(intercept)) {
      throw header.malformed(
          NiftiField.SCL_INTER, -1, "a finite intercept with slope " + slope, intercept);
    }
    return new IntensityScale(slope, intercept);
  }
}
