package dev.shardline.commit;

import dev.shardline.lineage.EqualShares.Remainder;
import dev.shardline.shard.RecordSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What of a spooled file goes into its shard, so that the shards of all ranks hold equally many
/// records.
///
/// @param number the file's number in the spool
/// @param spans the records, in order
/// @param repeats the number of the file whose first record was copied behind the others; -1 if
///   none was
record ShardContent(int number, SpoolFile file, List<RecordSpan> spans, int repeats) {
  private static final int NOTHING = -1;

  ShardContent {
    spans = List.copyOf(spans);
  }

  /// The contents of all shards; files that would give an empty shard are left out.
  static List<ShardContent> of(PartSpool spool, Remainder remainder) throws IOException {
    List<ShardContent> contents = new ArrayList<>();
    for (int group = 0; group < spool.files().size(); group += spool.ranks()) {
      contents.addAll(ofGroup(spool, group, remainder));
    }
    return contents.stream().filter(content -> !content.spans().isEmpty()).toList();
  }

  private static List<ShardContent> ofGroup(PartSpool spool, int group, Remainder remainder)
      throws IOException {
    int ranks = spool.ranks();
    List<SpoolFile> files = spool.files().subList(group, group + ranks);
    int over = files.stream().mapToInt(file -> file.spans().size()).sum() % ranks;
    List<ShardContent> contents = new ArrayList<>();
    for (int rank = 0; rank < ranks; rank++) {
      SpoolFile file = files.get(rank);
      int number = group + rank;
      boolean hasOneMore = rank < over;
      contents.add(
          switch (remainder) {
            case DROP ->
                new ShardContent(
                    number,
                    file,
                    hasOneMore ? file.spans().subList(0, file.spans().size() - 1) : file.spans(),
                    NOTHING);
            case PAD ->
                over == 0 || hasOneMore
                    ? new ShardContent(number, file, file.spans(), NOTHING)
                    : padded(spool, number, rank - over);
          });
    }
    return contents;
  }

  /// The file with a copy of the output's record `index`, beginning again where it has fewer.
  private static ShardContent padded(PartSpool spool, int number, int index) throws IOException {
    SpoolFile file = spool.files().get(number);
    int first = firstOf(spool, file.output());
    int inFirstRow = 0;
    while (inFirstRow < spool.ranks() && !spool.files().get(first + inFirstRow).spans().isEmpty()) {
      inFirstRow++;
    }
    int source = first + index % inFirstRow;
    SpoolFile from = spool.files().get(source);
    List<RecordSpan> spans = new ArrayList<>(file.spans());
    spans.add(file.copyBehind(from, from.spans().getFirst()));
    return new ShardContent(number, file, spans, source);
  }

  private static int firstOf(PartSpool spool, String output) {
    int file = 0;
    while (!spool.files().get(file).output().equals(output)) {
      file++;
    }
    return file;
  }

  /// The digest of the shard that it became. Where that is the spooled file itself, what was taken
  /// of it so far counts.
  FileDigest digest(Path shard) {
    return shard.equals(file.path())
        ? file.digest().keeping(spans.getLast().end())
        : new FileDigest(shard);
  }

  /// Whether its last record is a copy.
  boolean isPadded() {
    return repeats != NOTHING;
  }
}
