package dev.shardline.commit;

import dev.shardline.dataset.PartId;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.shard.SealedShard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Turns a full spool into finished shards and the ledger that describes them.
public final class PartSealer {
  private final ShardNames names;
  private final CommitObserver observer;

  public PartSealer(ShardNames names, CommitObserver observer) {
    this.names = names;
    this.observer = observer;
  }

  /// Seals all samples of the spool. The spool can only be deleted afterwards, or sealed again.
  public StagedPart seal(PartSpool spool) throws IOException {
    spool.awaitSettled();
    PartId part = spool.part().part();
    Path work = spool.workFolder();
    List<ShardEntry> shards = new ArrayList<>();
    List<ShardEntry> sidecars = new ArrayList<>();
    List<Path> shardFiles = new ArrayList<>();
    List<Path> sidecarFiles = new ArrayList<>();
    SealedRecords records = new SealedRecords();
    for (ShardContent content : ShardContent.of(spool, names.shares().remainder())) {
      SpoolFile file = content.file();
      Path folder = Files.createDirectory(work.resolve(String.valueOf(shards.size())));
      SealedShard sealed =
          names
              .format()
              .seal(
                  file.path(),
                  content.spans(),
                  folder,
                  names.shard(part, file.output(), file.ordinal()));
      records.add(content, shards.size(), sealed.offsets());
      Path stored =
          names
              .compression()
              .compress(sealed.file(), folder.resolve("compressed"))
              .orElse(sealed.file());
      shards.add(
          content
              .digest(stored)
              .entry(names.shard(part, file.output(), file.ordinal()), content.spans().size()));
      shardFiles.add(stored);
      for (SealedShard.Sidecar sidecar : sealed.sidecars()) {
        sidecars.add(
            new FileDigest(sidecar.file())
                .entry(names.sidecar(part, file.output(), file.ordinal(), sidecar.suffix()), 0));
        sidecarFiles.add(sidecar.file());
      }
    }
    shards.addAll(sidecars);
    shardFiles.addAll(sidecarFiles);
    List<SampleEntry> samples =
        spool.samples().stream().map(sample -> records.of(sample, spool.files())).toList();
    observer.reached(part, CommitStep.SEALED);
    return new StagedPart(new Ledger(spool.part(), samples, shards), shardFiles);
  }
}
