package dev.shardline.cli.session;

import dev.shardline.image.probe.ImageProbe;
import dev.shardline.listing.PrefixLister;
import dev.shardline.listing.SequentialListing;
import dev.shardline.listing.parallel.ListingProgress;
import dev.shardline.listing.parallel.ParallelListing;
import dev.shardline.probe.Probes;
import dev.shardline.recipe.StepCatalog;
import dev.shardline.recipe.StepFactory;
import dev.shardline.recipe.image.ImageSteps;
import dev.shardline.recipe.signal.SignalSteps;
import dev.shardline.recipe.volume.VolumeSteps;
import dev.shardline.signal.probe.SignalProbe;
import dev.shardline.storage.StoreProvider;
import java.util.List;
import java.util.stream.Stream;

/// The explicit lists of what the program is made of.
public final class Wiring {
  private static final int LISTING_REQUESTS = 64;

  private Wiring() {}

  /// What looks inside files on behalf of the builder, in the order in which they are asked.
  public static Probes probes() {
    return new Probes(List.of(new ImageProbe(), new SignalProbe()));
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
        Stream.of(ImageSteps.all(), VolumeSteps.all(), SignalSteps.all())
            .flatMap(List::stream)
            .toList();
    return StepCatalog.withClassPath(own);
  }
}
