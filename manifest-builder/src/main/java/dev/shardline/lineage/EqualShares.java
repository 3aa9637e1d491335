package dev.shardline.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The wish that every training rank gets equally many records: each part deals its records out to
/// so many shards, one after another, and all of them end with equally many. Shard `i` of a split,
/// in the order of names, is that of rank `i mod ranks`. It also holds for every number of ranks
/// that divides this one.
///
/// A part is dealt for itself, so that its bytes depend on nothing else: at most `ranks - 1`
/// records of each part and output are left over or missing.
///
/// @param ranks how many; 1 for no such wish
/// @param remainder what becomes of the last records of a part that do not suffice for all ranks
/// @param splits whose records are dealt out; in the order of names
public record EqualShares(int ranks, Remainder remainder, List<Split> splits) {
  /// The most ranks: each has a shard of every part.
  public static final int MOST_RANKS = 1024;

  /// The rule under which a ledger names samples whose records were all left over.
  public static final String RULE = "equal-shares";

  /// Every part is for itself and nothing is equal.
  public static final EqualShares NONE = new EqualShares(1, Remainder.DROP, List.of());

  private static final String FIELD = "equal-shares";

  /// What becomes of a part's last records.
  public enum Remainder {
    /// They are left out; the ledger names them.
    DROP,
    /// The part's first records are repeated behind them; the ledger names those.
    PAD;

    /// As the configuration names it: `drop`.
    public String fileName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public EqualShares {
    if (ranks < 1 || ranks > MOST_RANKS) {
      throw new IllegalArgumentException(
          "Expected 1 to %d ranks, found %d".formatted(MOST_RANKS, ranks));
    }
    splits =
        splits.stream()
            .distinct()
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList();
  }

  /// How many shards the records of a part of `split` are dealt out to.
  public int ranksOf(Split split) {
    return splits.contains(split) ? ranks : 1;
  }

  /// The splits that a data set does not have.
  public List<Split> missingIn(List<Split> known) {
    TreeSet<String> names = new TreeSet<>();
    known.forEach(split -> names.add(split.name()));
    return splits.stream().filter(split -> !names.contains(split.name())).toList();
  }

  /// Adds this to an output's canonical form; nothing if there is no such wish.
  public void addTo(ObjectNode output) {
    if (ranks > 1) {
      ArrayNode names =
          output
              .putObject(FIELD)
              .put("ranks", ranks)
              .put("remainder", remainder.fileName())
              .putArray("splits");
      splits.forEach(split -> names.add(split.name()));
    }
  }

  /// What [#addTo] added.
  ///
  /// @param output an output's canonical form
  /// @throws IllegalArgumentException if it is something else
  public static EqualShares of(JsonNode output) {
    if (!output.has(FIELD)) {
      return NONE;
    }
    JsonNode node = output.get(FIELD);
    List<Split> splits = new ArrayList<>();
    node.required("splits").forEach(name -> splits.add(new Split(name.asText())));
    EqualShares shares =
        new EqualShares(
            node.required("ranks").asInt(),
            Remainder.valueOf(node.required("remainder").asText().toUpperCase(Locale.ROOT)),
            splits);
    ObjectNode again = CanonicalJson.object();
    shares.addTo(again);
    if (!CanonicalJson.digestOf(again.path(FIELD)).equals(CanonicalJson.digestOf(node))) {
      throw new IllegalArgumentException("%s has another form: %s".formatted(FIELD, node));
    }
    return shares;
  }
}
