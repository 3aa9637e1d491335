package dev.shardline.commit;

import dev.shardline.dataset.PartId;
import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectStore;
import dev.shardline.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a part over from an earlier run with the same recipe, output and version, where the part
/// has the same digest: the result would be the same bytes. Every file is held to its digest on the
/// way.
public final class PartReuse {
  /// What another try may find mended.
  private static final Set<Reason> PASSING =
      EnumSet.of(Reason.MISSING_OBJECT, Reason.CHANGED_OBJECT, Reason.UNREADABLE, Reason.TOO_LARGE);

  private final ObjectStore store;
  private final List<ObjectLocation> runs;

  /// @param store keeps the runs
  /// @param runs directories of runs with the same recipe, output and output version
  public PartReuse(ObjectStore store, List<ObjectLocation> runs) {
    this.store = store;
    this.runs = List.copyOf(runs);
  }

  /// The part as an earlier run made it, ready to be committed.
  ///
  /// @param part which part of which run it shall become
  /// @param work an empty folder for its files
  /// @return empty if no earlier run has it whole
  public Optional<StagedPart> stage(LedgerHeader part, Path work) throws IOException {
    for (ObjectLocation run : runs) {
      Optional<Ledger> ledger = ledger(run, part);
      if (ledger.isPresent()) {
        Optional<List<Path>> files = fetch(run, ledger.get(), work);
        if (files.isPresent()) {
          Ledger mine = new Ledger(part, ledger.get().samples(), ledger.get().shards());
          return Optional.of(new StagedPart(mine, files.get()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Ledger> ledger(ObjectLocation run, LedgerHeader part) throws IOException {
    ObjectLocation location = run.resolve(RunPaths.ledger(part.part()));
    try {
      Ledger ledger = LedgerReader.read(store.read(location), location.toString());
      boolean same =
          ledger.header().partDigest().equals(part.partDigest())
              && ledger.header().outputVersion() == part.outputVersion();
      return same && isFinal(ledger) ? Optional.of(ledger) : Optional.empty();
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static boolean isFinal(Ledger ledger) {
    return ledger.samples().stream()
        .noneMatch(sample ->
            sample.fate() instanceof SampleFate.Quarantined quarantined
                && PASSING.contains(quarantined.reason()));
  }

  private Optional<List<Path>> fetch(ObjectLocation run, Ledger ledger, Path work)
      throws IOException {
    PartId part = ledger.header().part();
    List<Path> files = new ArrayList<>();
    for (ShardEntry entry : ledger.shards()) {
      ObjectLocation location = run.resolve(RunPaths.shard(part.split(), entry.name()));
      Path file = work.resolve(String.valueOf(files.size()));
      try {
        if (!copy(location, file).equals(entry.sha256())) {
          return Optional.empty();
        }
      } catch (NoSuchFileException _) {
        return Optional.empty();
      }
      files.add(file);
    }
    return Optional.of(files);
  }

  private Digest copy(ObjectLocation from, Path to) throws IOException {
    MessageDigest sha256 = Digest.sha256();
    try (InputStream in = store.open(from, ObjectVersion.ANY, ByteRange.ALL);
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), sha256)) {
      in.transferTo(out);
    }
    return Digest.of(sha256);
  }
}
