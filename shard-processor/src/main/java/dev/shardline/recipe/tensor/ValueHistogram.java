package dev.shardline.recipe.tensor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import org.jspecify.annotations.Nullable;

/// How often each value occurred, values told apart by sign, exponent and 12 bits of the fraction
/// of their float32: small whole numbers (up to 8,192) exactly, others to 0.02 %. Counts merge
/// exactly. One thread at a time.
public final class ValueHistogram {
  private static final int DROPPED_BITS = 11;
  private static final int BINS = 1 << Integer.SIZE - DROPPED_BITS;
  private static final int PAGE = 1 << 12;

  /// Bins in the order of their values, allocated where there are counts.
  private final long[] @Nullable [] pages = new long[BINS / PAGE][];

  private long total;

  /// Counts a finite value; one beyond the range of float32 as the largest one.
  public void add(double value) {
    add(binOf((float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE)), 1);
  }

  private void add(int bin, long count) {
    long[] page = pages[bin / PAGE];
    if (page == null) {
      page = new long[PAGE];
      pages[bin / PAGE] = page;
    }
    page[bin % PAGE] += count;
    total += count;
  }

  /// Takes in all counts of another one.
  public void add(ValueHistogram other) {
    other.each(this::add);
  }

  private static int binOf(float value) {
    int bits = Float.floatToIntBits(value + 0f); // -0 counts as 0
    int ordered = bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    return ordered >>> DROPPED_BITS;
  }

  /// The value of a bin that is nearest to 0.
  private static float valueOf(int bin) {
    int ordered = bin << DROPPED_BITS;
    return ordered < 0
        ? Float.intBitsToFloat(ordered ^ Integer.MIN_VALUE)
        : Float.intBitsToFloat(~(ordered | (1 << DROPPED_BITS) - 1));
  }

  /// How many values were counted.
  public long total() {
    return total;
  }

  /// The value at a percentile: the smallest one that at least so many percent of the values do not
  /// exceed (nearest rank), rounded towards 0 to the histogram's resolution.
  ///
  /// @param percent 0 to 100; at least one value was counted
  public double percentile(double percent) {
    long rank = Math.clamp((long) Math.ceil(percent / 100 * total), 1, total);
    Finder finder = new Finder(rank);
    each(finder);
    return finder.found;
  }

  private interface BinConsumer {
    void accept(int bin, long count);
  }

  private void each(BinConsumer bins) {
    for (int page = 0; page < pages.length; page++) {
      long[] counts = pages[page];
      for (int i = 0; counts != null && i < PAGE; i++) {
        if (counts[i] > 0) {
          bins.accept(page * PAGE + i, counts[i]);
        }
      }
    }
  }

  private static final class Finder implements BinConsumer {
    private final long rank;
    private long passed;
    private double found;

    Finder(long rank) {
      this.rank = rank;
    }

    @Override
    public void accept(int bin, long count) {
      if (passed < rank) {
        found = valueOf(bin);
      }
      passed += count;
    }
  }

  /// `bin:count` of every bin with counts, in order, in one text.
  public JsonNode write() {
    StringBuilder text = new StringBuilder();
    each((bin, count) ->
        text.append(text.isEmpty() ? "" : " ").append(bin).append(':').append(count));
    return CanonicalJson.object().put("values", total).put("bins", text.toString());
  }

  /// @throws MalformedDataException if it is no histogram
  public static ValueHistogram read(JsonNode form) throws MalformedDataException {
    ValueHistogram histogram = new ValueHistogram();
    String bins = form.path("bins").asText();
    for (String pair : bins.isEmpty() ? new String[0] : bins.split(" ", -1)) {
      int colon = pair.indexOf(':');
      try {
        int bin = Integer.parseInt(pair, 0, Math.max(0, colon), 10);
        long count = Long.parseLong(pair, colon + 1, pair.length(), 10);
        if (bin < 0 || bin >= BINS || count < 1) {
          throw new NumberFormatException(pair);
        }
        histogram.add(bin, count);
      } catch (NumberFormatException _) {
        throw new MalformedDataException(Reason.MALFORMED, "bins", "bin:count", pair);
      }
    }
    if (histogram.total != form.path("values").asLong(-1)) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "values",
          "the sum of all bins, " + histogram.total,
          form.path("values").toString());
    }
    return histogram;
  }
}
