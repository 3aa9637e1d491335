package dev.shardline.quality;

import dev.shardline.listing.Listing;
import dev.shardline.manifest.Finding;
import dev.shardline.manifest.Severity;
import dev.shardline.storage.ObjectLocation;
import java.util.ArrayList;
import java.util.List;

/// What a listing alone tells.
public final class ListingFindings {
  /// Folders that may not be listed. Ends the build unless made less than an error.
  public static final String DENIED = "denied-prefix";

  private static final int EXAMPLES = 3;

  private ListingFindings() {}

  public static List<Finding> of(Listing listing) {
    List<Finding> findings = new ArrayList<>();
    long repeated = listing.counts().repeated();
    if (repeated > 0) {
      findings.add(
          new Finding(
              "repeated-object",
              Severity.NOTE,
              "%,d objects were named more than once; each counts once".formatted(repeated),
              repeated,
              List.of()));
    }
    List<ObjectLocation> denied = listing.denied();
    if (!denied.isEmpty()) {
      findings.add(
          new Finding(
              DENIED,
              Severity.ERROR,
              "%,d prefixes may not be listed and are left out, with all that lies below them"
                  .formatted(denied.size()),
              denied.size(),
              denied.stream().limit(EXAMPLES).map(ObjectLocation::toString).toList()));
    }
    return findings;
  }
}
