package dev.shardline.digest.batch;

import dev.shardline.digest.Digest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Messages in vector lanes, the longest first; whatever is so long that the other lanes would wait
/// for it is left to the platform.
final class LaneDigest implements BatchDigest {
  private static final int LANES = LaneCompression.LANES;

  /// How many times as fast as one lane the platform's own SHA-256 is.
  private static final int SINGLE_SPEED = 3;

  private final SingleDigest single = new SingleDigest();
  private final LaneCompression compression = new LaneCompression();
  private final LaneMessage[] lanes = new LaneMessage[LANES];
  private final byte[][] arrays = new byte[LANES][];
  private final int[] offsets = new int[LANES];

  LaneDigest() {
    Arrays.setAll(lanes, _ -> new LaneMessage());
  }

  @Override
  public List<Digest> digest(List<Region> messages) {
    int[] longestFirst =
        IntStream.range(0, messages.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> -messages.get(i).length()))
            .mapToInt(i -> i)
            .toArray();
    Digest[] digests = new Digest[messages.size()];
    int alone = alone(messages, longestFirst);
    for (int i = 0; i < alone; i++) {
      digests[longestFirst[i]] = single.digest(messages.get(longestFirst[i]));
    }
    digestInLanes(messages, Arrays.copyOfRange(longestFirst, alone, longestFirst.length), digests);
    return List.of(digests);
  }

  /// How many of the longest messages are better digested alone.
  private static int alone(List<Region> messages, int[] longestFirst) {
    long rest = 0;
    for (Region message : messages) {
      rest += message.length();
    }
    long aside = 0;
    long least = Long.MAX_VALUE;
    int best = 0;
    for (int i = 0; i <= longestFirst.length; i++) {
      long next = i < longestFirst.length ? messages.get(longestFirst[i]).length() : 0;
      long cost = aside / SINGLE_SPEED + Math.max(next, rest / LANES);
      if (cost < least) {
        least = cost;
        best = i;
      }
      aside += next;
      rest -= next;
    }
    return best;
  }

  private void digestInLanes(List<Region> messages, int[] order, Digest[] digests) {
    int next = 0;
    for (int lane = 0; lane < LANES; lane++) {
      next = take(lane, messages, order, next);
    }
    for (int blocks = blocks(); blocks > 0; blocks = blocks()) {
      compression.compress(arrays, offsets, blocks);
      for (int lane = 0; lane < LANES; lane++) {
        LaneMessage message = lanes[lane];
        message.advance(blocks);
        if (message.isDone()) {
          digests[message.number()] = message.digest(compression, lane);
          next = take(lane, messages, order, next);
        }
      }
    }
  }

  /// Gives a lane the next message, or leaves it idle.
  private int take(int lane, List<Region> messages, int[] order, int next) {
    if (next == order.length) {
      lanes[lane].idle();
      return next;
    }
    lanes[lane].begin(order[next], messages.get(order[next]));
    compression.begin(lane);
    return next + 1;
  }

  /// How many blocks all lanes that are busy can go on for; where they are is noted.
  private int blocks() {
    int fewest = Integer.MAX_VALUE;
    int busy = -1;
    for (int lane = 0; lane < LANES; lane++) {
      if (!lanes[lane].isIdle()) {
        arrays[lane] = lanes[lane].array();
        offsets[lane] = lanes[lane].offset();
        fewest = Math.min(fewest, lanes[lane].blocks());
        busy = lane;
      }
    }
    if (busy < 0) {
      return 0;
    }
    for (int lane = 0; lane < LANES; lane++) {
      if (lanes[lane].isIdle()) { // reads along with another; nobody asks what comes of it
        arrays[lane] = arrays[busy];
        offsets[lane] = offsets[busy];
      }
    }
    return fewest;
  }
}
