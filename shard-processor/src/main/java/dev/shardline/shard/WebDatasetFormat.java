package dev.shardline.shard;

import dev.shardline.data.Tensor;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/// WebDataset: a tar (ustar) whose files with the same name up to the first dot are one record:
/// `KEY.npy`, `KEY.mask.npy` for a companion, `KEY.cls` (the class index as text), `KEY.json`. Time
/// 0, mode 0444, user and group 0.
public final class WebDatasetFormat implements ShardFormat {
  private static final int BLOCK = 512;
  private static final int FILE_MODE = 0444;
  private static final int END_BLOCKS = 2;

  /// A file of a record: its content in two pieces, so that a tensor is not copied.
  @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
  private record Member(String name, byte[] head, byte[] body) {
    long size() {
      return (long) head.length + body.length;
    }

    long sizeInTar() {
      return BLOCK + (size() + BLOCK - 1) / BLOCK * BLOCK;
    }
  }

  @Override
  public String name() {
    return "webdataset";
  }

  @Override
  public String suffix() {
    return ".tar";
  }

  @Override
  public boolean beginsWithRecords() {
    return true;
  }

  @Override
  public EncodedRecord encode(ShardRecord record) throws MalformedDataException {
    List<Member> members = members(record);
    long size = members.stream().mapToLong(Member::sizeInTar).sum();
    if (size > Integer.MAX_VALUE - BLOCK) {
      throw new MalformedDataException(
          Reason.TOO_LARGE, "record", "at most 2 GiB in one record", size + " bytes");
    }
    RecordPieces pieces = new RecordPieces();
    members.forEach(member -> add(member, pieces));
    return EncodedRecord.of(pieces.toList());
  }

  private static List<Member> members(ShardRecord record) {
    List<Member> members = new ArrayList<>();
    members.add(array(record.key() + ".npy", record.data()));
    record
        .companions()
        .forEach((name, tensor) -> members.add(array(record.key() + "." + name + ".npy", tensor)));
    byte[] classIndex = Integer.toString(record.classIndex()).getBytes(StandardCharsets.US_ASCII);
    members.add(new Member(record.key() + ".cls", new byte[0], classIndex));
    members.add(
        new Member(record.key() + ".json", new byte[0], CanonicalJson.line(record.facts())));
    return members;
  }

  private static Member array(String name, Tensor tensor) {
    return new Member(name, NpyEncoding.header(tensor), tensor.bytes());
  }

  private static void add(Member member, RecordPieces pieces) {
    TarArchiveEntry entry = new TarArchiveEntry(member.name());
    entry.setSize(member.size());
    entry.setMode(FILE_MODE);
    entry.setModTime(0L);
    entry.setIds(0, 0);
    entry.setNames("", "");
    byte[] header = new byte[BLOCK];
    entry.writeEntryHeader(header);
    byte[] padding = new byte[(int) (member.sizeInTar() - BLOCK - member.size())];
    pieces.add(header).add(member.head()).add(member.body()).add(padding);
  }

  /// Adds the two blocks of zeros that end a tar.
  @Override
  public SealedShard seal(Path records, List<RecordSpan> spans, Path folder) throws IOException {
    long end = spans.isEmpty() ? 0 : spans.getLast().end();
    try (FileChannel channel = FileChannel.open(records, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      channel.position(end);
      ByteBuffer zeros = ByteBuffer.allocate(END_BLOCKS * BLOCK);
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
    }
    return new SealedShard(records, spans.stream().map(RecordSpan::offset).toList(), List.of());
  }
}
