package dev.shardline.volume.nifti;

import dev.shardline.dicom.DicomParser;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.gzip.ByteFlow;
import java.util.Arrays;

/// Names what a file is that does not begin as NIfTI does, so that a quarantine explains itself.
final class NotNifti {
  private static final int DICOM_HEAD = 132;

  private NotNifti() {}

  /// Why the file is refused.
  ///
  /// @param found what stands for the size of the header
  /// @param size the same, as bytes
  /// @param rest what follows them
  /// @throws MalformedDataException if the file cannot be read on
  static MalformedDataException refusal(int found, byte[] size, ByteFlow rest)
      throws MalformedDataException {
    return DicomParser.isDicom(beginning(size, rest))
        ? refusal(
            Reason.UNSUPPORTED,
            "NIfTI",
            "DICOM, which is read decompressed (gunzip it), and not as a mask")
        : refusal(
            Reason.MALFORMED,
            "348 (NIfTI-1) or 540 (NIfTI-2) in either byte order, or a DICOM file",
            found + "");
  }

  private static byte[] beginning(byte[] first, ByteFlow rest) throws MalformedDataException {
    byte[] head = Arrays.copyOf(first, DICOM_HEAD);
    int length = first.length;
    int count = 0;
    while (count >= 0 && length < head.length) {
      length += count;
      count = rest.read(head, length, head.length - length);
    }
    return Arrays.copyOf(head, length);
  }

  private static MalformedDataException refusal(Reason reason, String expected, String found) {
    return new MalformedDataException(reason, NiftiField.SIZEOF_HDR.label(), 0, expected, found);
  }
}
