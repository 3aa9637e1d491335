package dev.shardline.commit;

import dev.shardline.commit.Journal.Line;
import dev.shardline.commit.StagedSample.StagedFate;
import dev.shardline.commit.StagedSample.StagedRecord;
import dev.shardline.digest.Crc32c;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.shard.RecordSpan;
import dev.shardline.shard.ShardLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A part on its way: the records of its samples on this machine's disk, in part order, and a
/// journal of them. Outlives the process; whoever opens the same part on the same disk again finds
/// every sample that was journaled, each record checked against its checksum, up to the first whose
/// failure may have been cured since. For one thread.
public final class PartSpool implements Closeable {
  private final LedgerHeader part;
  private final SpoolFolder folder;
  private final ShardLimits limits;
  private final int ranks;
  private final boolean digestible;
  private final Journal journal;
  private final List<SpoolFile> files = new CopyOnWriteArrayList<>();
  private final List<SampleEntry> samples = new ArrayList<>();
  private final Settling settling = new Settling();
  private final CommitObserver observer;

  private PartSpool(
      LedgerHeader part, SpoolFolder folder, ShardNames names, CommitObserver observer)
      throws IOException {
    this.part = part;
    this.folder = folder;
    this.limits = names.limits();
    this.ranks = names.shares().ranksOf(part.part().split());
    this.digestible = names.beginsWithRecords();
    this.observer = observer;
    this.journal = new Journal(folder.path().resolve("journal"));
  }

  /// Opens the spool of a part, with what an earlier process left there.
  ///
  /// @param scratch the run's folder for spools; made if need be
  /// @param part which part of which run; what another run or version left is thrown away
  /// @param names how many shards the records are dealt out to, and how large these may grow
  public static PartSpool open(
      Path scratch, LedgerHeader part, ShardNames names, CommitObserver observer)
      throws IOException {
    SpoolFolder folder = SpoolFolder.take(scratch, part.part());
    try {
      PartSpool spool = new PartSpool(part, folder, names, observer);
      spool.recover();
      observer.reached(part.part(), CommitStep.SPOOL_OPENED);
      return spool;
    } catch (IOException | RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private void recover() throws IOException {
    long believed = 0;
    List<Journal.Found> lines = journal.read(part);
    if (lines.isEmpty()) {
      folder.removeRecords();
    }
    for (Journal.Found found : lines) {
      if (!recover(found.line())) {
        break;
      }
      believed = found.end();
    }
    journal.start(part, believed);
  }

  private boolean recover(Line line) throws IOException {
    return switch (line) {
      case Line.FileBegun begun -> {
        begin(begun.output(), begun.ordinal());
        yield true;
      }
      case Line.SampleDone done -> {
        boolean whole = recover(done.entry().fate(), done.heads());
        if (whole) {
          samples.add(done.entry());
        }
        yield whole;
      }
    };
  }

  private boolean recover(SampleFate fate, List<Integer> heads) throws IOException {
    return switch (fate) {
      case SampleFate.Written written -> recover(written, heads);
      case SampleFate.Dropped _ -> true;
      case SampleFate.Quarantined quarantined -> !quarantined.reason().isCurable();
    };
  }

  private boolean recover(SampleFate.Written written, List<Integer> heads) throws IOException {
    List<RecordSpan> spans = new ArrayList<>();
    for (int i = 0; i < written.records().size(); i++) {
      RecordEntry record = written.records().get(i);
      int head = heads.get(i);
      RecordSpan span = new RecordSpan(record.offset() - head, record.length() + head, head);
      boolean whole =
          record.shard() < files.size()
              && Crc32c.of(files.get(record.shard()).read(span)).equals(record.crc32c());
      if (!whole) {
        return false;
      }
      spans.add(span);
    }
    for (int i = 0; i < spans.size(); i++) {
      files.get(written.records().get(i).shard()).accept(spans.get(i));
    }
    return true;
  }

  /// Which part this is.
  public LedgerHeader part() {
    return part;
  }

  /// The samples that are in the spool, in part order. The shards and offsets of their records are
  /// those of the spool.
  public List<SampleEntry> samples() {
    return Collections.unmodifiableList(samples);
  }

  /// Adds the next sample of the part.
  public void append(StagedSample sample) throws IOException {
    List<Integer> heads = new ArrayList<>();
    SampleFate fate =
        switch (sample.fate()) {
          case StagedFate.Written written -> new SampleFate.Written(write(written, heads));
          case StagedFate.Dropped dropped ->
              new SampleFate.Dropped(dropped.rule(), dropped.detail());
          case StagedFate.Quarantined quarantined ->
              new SampleFate.Quarantined(quarantined.reason(), quarantined.detail());
        };
    observer.reached(part.part(), CommitStep.RECORDS_SPOOLED);
    SampleEntry entry = new SampleEntry(sample.sample(), sample.objects(), fate);
    journal.write(new Line.SampleDone(entry, heads));
    samples.add(entry);
    observer.reached(part.part(), CommitStep.SAMPLE_JOURNALED);
  }

  private List<RecordEntry> write(StagedFate.Written written, List<Integer> heads)
      throws IOException {
    List<RecordEntry> entries = new ArrayList<>();
    for (StagedRecord record : written.records()) {
      int file = fileFor(record);
      RecordSpan span = files.get(file).append(record.content().encoded());
      heads.add(span.headBytes());
      entries.add(
          new RecordEntry(
              record.key(),
              file,
              span.offset() + span.headBytes(),
              record.content().shardBytes(),
              record.crc32c()));
    }
    return entries;
  }

  /// The record's file: the next one of the output's open group, or the first of a new group.
  private int fileFor(StagedRecord record) throws IOException {
    int group = lastGroup(record.output());
    if (group >= 0) {
      int next = nextOf(group);
      if (next != 0 || admits(group, record)) {
        return group + next;
      }
    }
    int ordinal = group < 0 ? 0 : files.get(group).ordinal() + ranks;
    begin(record.output(), ordinal);
    journal.write(new Line.FileBegun(record.output(), ordinal));
    return files.size() - ranks;
  }

  /// The first file of the output's last group; -1 if it has none.
  private int lastGroup(String output) {
    for (int i = files.size() - ranks; i >= 0; i -= ranks) {
      if (files.get(i).output().equals(output)) {
        return i;
      }
    }
    return -1;
  }

  private int nextOf(int group) {
    long held = 0;
    for (SpoolFile file : files.subList(group, group + ranks)) {
      held += file.spans().size();
    }
    return (int) (held % ranks);
  }

  /// Whether a new row of records, one for each rank, may begin. Only its first record is known.
  private boolean admits(int group, StagedRecord record) {
    return files.subList(group, group + ranks).stream()
        .allMatch(file -> file.admits(record.content().shardBytes(), limits));
  }

  /// Begins a group: a file for each rank.
  private void begin(String output, int ordinal) throws IOException {
    for (int rank = 0; rank < ranks; rank++) {
      files.add(new SpoolFile(output, ordinal + rank, folder.records(files.size())));
    }
  }

  /// Lets everything appended so far outlive the process. Beside the work, lets it outlive a crash
  /// of the machine, and digests the records, so that little is left when the part is full.
  ///
  /// @throws IOException if that failed the last time
  public void settle() throws IOException {
    journal.push();
    settling.begin(this::settleAll);
  }

  private void settleAll() throws IOException {
    for (SpoolFile file : files) {
      file.settle(digestible);
    }
    journal.flush();
  }

  /// Waits until nothing is done beside the work any more.
  ///
  /// @throws IOException if it failed
  void awaitSettled() throws IOException {
    settling.await();
  }

  /// All files, group after group: [#ranks()] files each, of one output.
  List<SpoolFile> files() {
    return files;
  }

  /// How many shards the records are dealt out to.
  int ranks() {
    return ranks;
  }

  /// Where sealing may put further files.
  Path workFolder() throws IOException {
    return folder.emptyWorkFolder();
  }

  /// Leaves everything for the next one who opens it.
  @Override
  public void close() throws IOException {
    try (folder) {
      closeFiles();
    }
  }

  private void closeFiles() throws IOException {
    settling.end();
    journal.close();
    for (SpoolFile file : files) {
      file.close();
    }
  }

  /// Removes everything.
  public void delete() throws IOException {
    closeFiles();
    folder.delete();
    observer.reached(part.part(), CommitStep.SPOOL_DELETED);
  }
}
