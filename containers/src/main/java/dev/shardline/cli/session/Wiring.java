package dev.shardline.cli.session;

import dev.shardline.image.probe.ImageProbe;
import dev.shardline.inspect.Inspectors;
import dev.shardline.inspect.image.ImageInspector;
import dev.shardline.inspect.lineage.CatalogInspector;
import dev.shardline.inspect.lineage.DatasetInspector;
import dev.shardline.inspect.lineage.IndexInspector;
import dev.shardline.inspect.lineage.LedgerInspector;
import dev.shardline.inspect.lineage.ManifestInspector;
import dev.shardline.inspect.lineage.RunInspector;
import dev.shardline.inspect.shard.JsonLinesInspector;
import dev.shardline.inspect.shard.MdsIndexInspector;
import dev.shardline.inspect.shard.NpyInspector;
import dev.shardline.inspect.shard.ShardInspector;
import dev.shardline.inspect.shard.ShardKind;
import dev.shardline.inspect.shard.TfRecordIndexInspector;
import dev.shardline.inspect.signal.RecordingInspector;
import dev.shardline.inspect.volume.DicomInspector;
import dev.shardline.inspect.volume.NiftiInspector;
import dev.shardline.listing.PrefixLister;
import dev.shardline.listing.SequentialListing;
import dev.shardline.listing.parallel.ListingProgress;
import dev.shardline.listing.parallel.ParallelListing;
import dev.shardline.probe.Probes;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.image.ImageSteps;
import dev.shardline.recipe.signal.SignalSteps;
import dev.shardline.recipe.tensor.TensorSteps;
import dev.shardline.recipe.volume.VolumeSteps;
import dev.shardline.signal.probe.SignalProbe;
import dev.shardline.storage.StoreProvider;
import dev.shardline.volume.probe.VolumeProbe;
import java.util.List;
import java.util.stream.Stream;

/// The explicit lists of what the program is made of.
public final class Wiring {
  private static final int LISTING_REQUESTS = 64;

  private Wiring() {}

  /// What looks inside files on behalf of the builder, in the order in which they are asked.
  public static Probes probes() {
    return new Probes(List.of(new ImageProbe(), new SignalProbe(), new VolumeProbe()));
  }

  /// Lists folders in order, and buckets with many requests at once.
  public static PrefixLister lister(StoreProvider stores) {
    SequentialListing sequential = new SequentialListing(stores);
    ParallelListing parallel = new ParallelListing(stores, LISTING_REQUESTS, ListingProgress.NONE);
    return (prefix, pages) -> {
      if (prefix.scheme().equals("s3")) {
        parallel.list(List.of(prefix), pages::accept);
      } else {
        sequential.list(prefix, pages);
      }
    };
  }

  /// Every step of the program and of jars on the class path.
  public static StepCatalog steps() {
    List<StepFactory> own =
        Stream.of(ImageSteps.all(), VolumeSteps.all(), SignalSteps.all(), TensorSteps.all())
            .flatMap(List::stream)
            .toList();
    return StepCatalog.withClassPath(own);
  }

  /// What can be looked into, in the order in which formats are asked.
  public static Inspectors inspectors() {
    return new Inspectors(
        List.of(
            new ManifestInspector(),
            new CatalogInspector(),
            new LedgerInspector(),
            new DatasetInspector(),
            new RunInspector(),
            new IndexInspector(),
            new ShardInspector(ShardKind.WEBDATASET),
            new ShardInspector(ShardKind.MDS),
            new ShardInspector(ShardKind.SAFETENSORS),
            new ShardInspector(ShardKind.TFRECORD),
            new TfRecordIndexInspector(),
            new MdsIndexInspector(),
            new JsonLinesInspector(),
            new NpyInspector(),
            new DicomInspector(),
            new ImageInspector(),
            new NiftiInspector(),
            new RecordingInspector()));
  }
}
