package dev.shardline.volume.nifti;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.DecodePolicy.MissingGeometry;
import dev.shardline.volume.FiniteValues;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.Voxels;
import dev.shardline.volume.gzip.ByteFlow;
import dev.shardline.volume.gzip.MemoryKeeper;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// Reads NIfTI-1 and NIfTI-2 as nibabel does: `.nii`, `.nii.gz` and `.hdr`/`.img` pairs, plain or
/// compressed (told by content, not by name), both byte orders, all real types up to 64 bits.
///
/// Sizes are checked against what the file can hold before memory is taken for them. Whatever the
/// bytes are, either a volume or a [MalformedDataException] comes out. Stateless; safe to share.
public final class NiftiReader {
  /// How much may follow the voxels for the file's checksum still to be reached and checked.
  private static final long TRAILING_LIMIT = 1 << 24;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final DecodePolicy policy;

  public NiftiReader(DecodePolicy policy) {
    this.policy = policy;
  }

  /// What a file says about itself.
  ///
  /// @param beginning the file's first bytes, at least 1,024, or all of it
  public static VolumeHeader header(byte[] beginning) throws MalformedDataException {
    return parsed(MemorySegment.ofArray(beginning)).describe();
  }

  /// Reads a `.nii` or `.nii.gz` file.
  public Volume read(byte[] file) throws MalformedDataException {
    return read(MemorySegment.ofArray(file));
  }

  /// Reads a `.nii` or `.nii.gz` file from where it lies, of which the volume keeps nothing.
  public Volume read(MemorySegment file) throws MalformedDataException {
    return read(file, null);
  }

  /// The same.
  ///
  /// @param keeper of memory that the file was inflated to, where the volume may lie; without one
  ///   it lies in the heap
  public Volume read(MemorySegment file, @Nullable MemoryKeeper keeper)
      throws MalformedDataException {
    checkNotEmpty(file, "file");
    try (ByteFlow flow = ByteFlow.of(file)) {
      NiftiHeader header = NiftiHeaderParser.parse(flow);
      if (!header.singleFile()) {
        throw wrongMagic(header, "n+: header and voxels in one file", "ni: the header of a pair");
      }
      return readVoxels(header, flow, keeper);
    }
  }

  /// Reads a pair of header (`.hdr`) and voxels (`.img`).
  public Volume readPair(byte[] headerFile, byte[] imageFile) throws MalformedDataException {
    return readPair(MemorySegment.ofArray(headerFile), MemorySegment.ofArray(imageFile));
  }

  /// The same from where they lie; the volume keeps nothing of them.
  public Volume readPair(MemorySegment headerFile, MemorySegment imageFile)
      throws MalformedDataException {
    checkNotEmpty(headerFile, "header file");
    checkNotEmpty(imageFile, "image file");
    NiftiHeader header = parsed(headerFile);
    if (header.singleFile()) {
      throw wrongMagic(header, "ni: the header of a pair", "n+: header and voxels in one file");
    }
    try (ByteFlow flow = ByteFlow.of(imageFile)) {
      return readVoxels(header, flow, null);
    }
  }

  private static NiftiHeader parsed(MemorySegment file) throws MalformedDataException {
    try (ByteFlow flow = ByteFlow.of(file)) {
      return NiftiHeaderParser.parse(flow);
    }
  }

  private Volume readVoxels(NiftiHeader header, ByteFlow flow, @Nullable MemoryKeeper keeper)
      throws MalformedDataException {
    VolumeHeader description = header.describe();
    checkGeometry(header);
    checkSize(header, description, flow);
    flow.expect(header.dataOffset() + header.shape().voxels() * description.type().bytes());
    flow.skip(header.dataOffset() - flow.position(), "voxels");
    Voxels voxels =
        new VoxelDecoder(header.voxelType(), header.order(), header.scale())
            .decode(flow, (int) header.shape().voxels(), keeper);
    flow.drain(TRAILING_LIMIT);
    Volume volume =
        Volume.of(
            FiniteValues.apply(policy.nonFinite(), voxels),
            header.shape(),
            description.affine(),
            header.scale().isNone() ? description.type() : VoxelType.FLOAT64);
    return volume.withTimeStep(description.timeStepSeconds());
  }

  private void checkGeometry(NiftiHeader header) throws MalformedDataException {
    if (policy.missingGeometry() == MissingGeometry.REFUSE && !header.hasGeometry()) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "sform_code, qform_code",
          NiftiField.QFORM_CODE.offset(header.version(), 0),
          "a position in space (with `missing-geometry: assume` nibabel's guess is taken)",
          "both codes 0");
    }
  }

  private void checkSize(NiftiHeader header, VolumeHeader description, ByteFlow flow)
      throws MalformedDataException {
    long voxels = header.shape().voxels();
    long dimOffset = NiftiField.DIM.offset(header.version(), 0);
    if (voxels > LARGEST_ARRAY || description.decodedBytes() > policy.largestBytes()) {
      throw new MalformedDataException(
          Reason.TOO_LARGE,
          NiftiField.DIM.label(),
          dimOffset,
          "at most " + Math.min(LARGEST_ARRAY * 4L, policy.largestBytes()) + " bytes as float32",
          header.shape() + ", " + description.decodedBytes() + " bytes");
    }
    long needed = header.dataOffset() + voxels * description.type().bytes();
    if (needed > flow.longestPossible()) {
      throw new MalformedDataException(
          Reason.TRUNCATED,
          NiftiField.DIM.label(),
          dimOffset,
          needed + " bytes of data for " + header.shape(),
          "a file that holds at most " + flow.longestPossible());
    }
  }

  private static void checkNotEmpty(MemorySegment file, String what) throws MalformedDataException {
    if (file.byteSize() == 0) {
      throw new MalformedDataException(Reason.EMPTY, what, 0, "a NIfTI file", "no bytes");
    }
  }

  private static MalformedDataException wrongMagic(
      NiftiHeader header, String expected, String found) {
    return new MalformedDataException(
        Reason.WRONG_KIND,
        NiftiField.MAGIC.label(),
        NiftiField.MAGIC.offset(header.version(), 0),
        expected,
        found);
  }
}
