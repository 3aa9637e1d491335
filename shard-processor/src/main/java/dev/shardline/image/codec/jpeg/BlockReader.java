package dev.shardline.image.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads blocks of coefficients from entropy-coded bits (ITU-T T.81, F.2.2). The hot loop of
/// decoding: up to four coefficients for one refill of the bit buffer, one lookup each. All state
/// that the loop changes is kept in local variables while a block is read.
final class BlockReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int PEEK = Long.SIZE - HuffmanTable.LOOKUP_BITS;
  private static final int BLOCK = 64;

  /// The most bits one coefficient takes: a code of 16 and a value of 15.
  private static final int LONGEST_COEFFICIENT = 31;

  private final EntropyData data;
  private final byte[] bytes;
  private long buffer;
  private int buffered;
  private int next;

  BlockReader(EntropyData data) {
    this.data = data;
    this.bytes = data.segment();
  }

  /// Begins the next segment of the scan.
  void startSegment() throws DeclinedException {
    data.load();
    buffer = 0;
    buffered = 0;
    next = 0;
  }

  /// Reads one block of `component` into a lane of `batch`, dequantised.
  ///
  /// @param lane the place of the block's first coefficient
  /// @return whether any coefficient beside the first is not zero
  boolean read(ComponentScan component, int[] batch, int lane) throws DeclinedException {
    readFirst(component, batch, lane);
    int end = readOthers(component, batch, lane);
    boolean overrun = 8L * next - buffered > 8L * data.length();
    DeclinedException.unless(end <= BLOCK && !overrun, "damaged entropy-coded data");
    return end != 1;
  }

  private void refill() {
    buffer |= (long) LONGS.get(bytes, next) >>> buffered;
    next += 63 - buffered >>> 3;
    buffered |= 56;
  }

  private void readFirst(ComponentScan component, int[] batch, int lane) throws DeclinedException {
    refill();
    int entry = component.dcTable.lookup()[(int) (buffer >>> PEEK)];
    int difference = 0;
    if ((entry & HuffmanTable.SYMBOL) == 0 && entry != HuffmanTable.LONGER) {
      skip(entry & 63);
      difference = entry >> 16;
    } else {
      if (entry == HuffmanTable.LONGER) {
        entry = component.dcTable.longEntry((int) (buffer >>> 48));
        DeclinedException.unless(entry != HuffmanTable.LONGER, "no such code");
      }
      skip(entry & 63);
      int size = entry >> 16;
      if (size != 0) {
        difference = HuffmanTable.extended((int) (buffer >>> Long.SIZE - size), size);
        skip(size);
      }
    }
    component.prediction += difference;
    batch[lane] = component.prediction * component.quantisation[0];
  }

  private void skip(int bits) {
    buffer <<= bits;
    buffered -= bits;
  }

  /// Gives the zigzag place behind the last coefficient that was read: 1 if there was none, beyond
  /// 64 if the data is damaged.
  private int readOthers(ComponentScan component, int[] batch, int lane) {
    int[] lookup = component.acTable.lookup();
    int[] quantisation = component.quantisation;
    int[] places = ZigzagOrder.LANE_PLACES;
    byte[] from = bytes;
    long bits = buffer;
    int count = buffered;
    int at = next;
    int k = 1;
    int end = 1;
    while (k < BLOCK) {
      if (count < LONGEST_COEFFICIENT) {
        bits |= (long) LONGS.get(from, at) >>> count;
        at += 63 - count >>> 3;
        count |= 56;
      }
      int entry = lookup[(int) (bits >>> PEEK)];
      if (isCoefficient(entry)) {
        bits <<= entry;
        count -= entry & 63;
        k += entry >> 8 & 15;
        batch[lane + places[k]] = (entry >> 16) * quantisation[k];
        end = ++k;
        continue;
      }
      if (entry == HuffmanTable.LONGER) {
        entry = component.acTable.longEntry((int) (bits >>> 48));
        if (entry == HuffmanTable.LONGER) {
          return BLOCK + 1;
        }
      }
      bits <<= entry;
      count -= entry & 63;
      int size = entry >> 16;
      int run = entry >> 8 & 15;
      if (size == 0 && run != 15) {
        break;
      }
      k += run;
      if (size != 0) {
        int value = HuffmanTable.extended((int) (bits >>> Long.SIZE - size), size);
        bits <<= size;
        count -= size;
        batch[lane + places[k]] = value * quantisation[k];
        end = k + 1;
      }
      k++;
    }
    buffer = bits;
    buffered = count;
    next = at;
    return k > BLOCK ? k : end;
  }

  private static boolean isCoefficient(int entry) {
    return (entry & HuffmanTable.SYMBOL) == 0 && entry != HuffmanTable.LONGER;
  }
}
