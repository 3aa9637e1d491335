package dev.shardline.commit;

import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.LedgerReader;
import dev.shardline.lineage.RunPaths;
import dev.shardline.lineage.SampleEntry;
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

  /// What earlier runs have of a part.
  public sealed interface Found {
    /// The part, ready to be committed.
    record Whole(StagedPart part) implements Found {}

    /// None has it as it has to be.
    ///
    /// @param why for people
    record Nothing(String why) implements Found {}
  }

  /// The part as an earlier run made it.
  ///
  /// @param part which part of which run it shall become
  /// @param work an empty folder for its files
  public Found stage(LedgerHeader part, Path work) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (ObjectLocation run : runs) {
      try {
        switch (from(run, part, work)) {
          case Found.Whole whole -> {
            return whole;
          }
          case Found.Nothing(String why) -> reasons.add(why);
        }
      } catch (NoSuchFileException missing) {
        reasons.add(missing.getFile() + " is not there");
      } catch (DamagedFileException damaged) {
        reasons.add(String.valueOf(damaged.getMessage()));
      }
    }
    return new Found.Nothing(String.join("; ", reasons));
  }

  private Found from(ObjectLocation run, LedgerHeader part, Path work) throws IOException {
    ObjectLocation location = run.resolve(RunPaths.ledger(part.part()));
    Ledger ledger = LedgerReader.read(store.read(location), location.toString());
    boolean same =
        ledger.header().partDigest().equals(part.partDigest())
            && ledger.header().outputVersion() == part.outputVersion();
    if (!same) {
      return new Found.Nothing("its samples are not those of " + location);
    }
    Optional<String> passing = passing(ledger);
    if (passing.isPresent()) {
      return new Found.Nothing(
          "%s was quarantined in %s, which may be mended".formatted(passing.get(), location));
    }
    return fetch(run, ledger, part, work);
  }

  private static Optional<String> passing(Ledger ledger) {
    return ledger.samples().stream()
        .filter(sample ->
            sample.fate() instanceof SampleFate.Quarantined quarantined
                && PASSING.contains(quarantined.reason()))
        .map(SampleEntry::sample)
        .findFirst();
  }

  private Found fetch(ObjectLocation run, Ledger ledger, LedgerHeader part, Path work)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (ShardEntry entry : ledger.shards()) {
      ObjectLocation location = run.resolve(RunPaths.shard(part.part().split(), entry.name()));
      Path file = work.resolve(String.valueOf(files.size()));
      if (!copy(location, file).equals(entry.sha256())) {
        return new Found.Nothing(location + " is not as its ledger says");
      }
      files.add(file);
    }
    return new Found.Whole(
        new StagedPart(new Ledger(part, ledger.samples(), ledger.shards()), files));
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
