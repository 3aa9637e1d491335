package dev.shardline.listing;

import dev.shardline.failure.UsageException;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.PermissionDeniedException;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.StoreProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Reads sources into one table of objects. For one thread.
public final class SourceReader {
  private final PrefixLister lister;
  private final StoreProvider stores;
  private final Intake intake;
  private final List<ObjectLocation> denied = new ArrayList<>();

  /// @param stores where files that name objects are read from, and objects are asked for
  /// @param skipDenied whether to leave out folders that may not be listed, and go on
  /// @param progress told now and then how many objects were listed so far
  public SourceReader(
      PrefixLister lister, StoreProvider stores, boolean skipDenied, LongConsumer progress) {
    this.lister = skipDenied ? new PermittedListing(stores, lister, denied::add) : lister;
    this.stores = stores;
    this.intake = new Intake(progress);
  }

  /// Reads all sources.
  ///
  /// @throws UsageException if they hold nothing, or cannot be read
  /// @throws dev.shardline.failure.RetryableException if a store fails
  public Listing read(List<SourceSpec> sources) {
    for (SourceSpec source : sources) {
      try {
        readSource(source);
      } catch (IOException e) {
        throw StorageFailure.ending(e);
      }
    }
    requireObjects(sources);
    return intake.listing(denied);
  }

  private void readSource(SourceSpec source) throws IOException {
    switch (source) {
      case SourceSpec.Prefix prefix -> readPrefix(prefix);
      case SourceSpec.Manifest manifest -> new NamedSource(stores, intake).read(manifest);
      case SourceSpec.Listed list -> new NamedSource(stores, intake).read(list);
      case SourceSpec.Inventory inventory -> new InventorySource(stores, intake).read(inventory);
    }
  }

  private void readPrefix(SourceSpec.Prefix source) throws IOException {
    String idPrefix = idPrefix(source);
    int root = intake.root(idPrefix, source.location());
    int cut = source.location().key().length();
    try {
      lister.list(
          source.location(),
          objects -> {
            for (ObjectSummary object : objects) {
              String relative = object.location().key().substring(cut);
              intake.take(
                  root, idPrefix, source.filter(), relative, object.bytes(), object.version());
            }
            intake.tell();
          });
    } catch (PermissionDeniedException e) {
      throw new UsageException(
          "%s; or set dataset.checks.severities.denied-prefix to warning, which leaves out folders that may not be listed"
              .formatted(e.getMessage()),
          e);
    }
  }

  /// What ids of a source begin with.
  static String idPrefix(SourceSpec source) {
    return source.name().isEmpty() ? "" : source.name() + "/";
  }

  private void requireObjects(List<SourceSpec> sources) {
    if (intake.size() > 0) {
      return;
    }
    List<ObjectLocation> places = sources.stream().map(SourceSpec::location).toList();
    if (!denied.isEmpty()) {
      throw new UsageException(
          "Nothing under %s may be listed: permission denied for %s. Allow it in the bucket's or the role's policy"
              .formatted(places, denied));
    }
    if (intake.excluded() == 0) {
      throw new UsageException(
          "Nothing lies under %s. Check the location of dataset.source".formatted(places));
    }
    throw new UsageException(
        "%d objects lie under %s, but dataset.include and dataset.exclude take none of them; the first are %s"
            .formatted(intake.excluded(), places, intake.excludedExamples()));
  }
}
