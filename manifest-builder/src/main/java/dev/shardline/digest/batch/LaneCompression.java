package dev.shardline.digest.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The compression function of SHA-256 (FIPS 180-4, 6.2.2) on one block of each of [#LANES]
/// messages. Word `i` of lane `l` stands at `i * LANES + l` of every array. For one thread.
///
/// In a round only two of the eight words of a state are new; the others change their names. So the
/// words that were ever called `a` are one array and those that were ever called `e` another, every
/// round adds a row to both, and one round is all that the compiler has to keep in registers.
final class LaneCompression {
  /// How many messages are worked on side by side, whatever the processor's vectors hold.
  static final int LANES = 16;

  static final int STATE_WORDS = 8;
  static final int BLOCK_BYTES = 64;

  private static final int ROUNDS = 64;
  private static final int BLOCK_WORDS = BLOCK_BYTES / Integer.BYTES;
  private static final int HALF_STATE = STATE_WORDS / 2;

  /// Wide enough for all lanes, or for some of them at a time.
  private static final VectorSpecies<Integer> SPECIES =
      IntVector.SPECIES_PREFERRED.length() < LANES
          ? IntVector.SPECIES_PREFERRED
          : IntVector.SPECIES_512;

  private static final int WIDTH = SPECIES.length();
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final int[] FIRST_STATE = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  };

  private static final int[] CONSTANTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
  };

  /// The constants, the same in all lanes.
  private static final int[] CONSTANT_ROWS = new int[ROUNDS * LANES];

  static {
    for (int i = 0; i < CONSTANT_ROWS.length; i++) {
      CONSTANT_ROWS[i] = CONSTANTS[i / LANES];
    }
  }

  /// The rows of `d`, `c`, `b` and `a` before a block, then one that every round adds.
  private final int[] a = new int[(HALF_STATE + ROUNDS) * LANES];

  /// Those of `h`, `g`, `f` and `e`.
  private final int[] e = new int[(HALF_STATE + ROUNDS) * LANES];

  private final int[] schedule = new int[ROUNDS * LANES];

  /// Makes a lane ready for another message.
  void begin(int lane) {
    for (int word = 0; word < HALF_STATE; word++) {
      a[at(word, lane)] = FIRST_STATE[word];
      e[at(word, lane)] = FIRST_STATE[HALF_STATE + word];
    }
  }

  private static int at(int word, int lane) {
    return (HALF_STATE - 1 - word) * LANES + lane;
  }

  /// One word of a lane's digest.
  int word(int lane, int word) {
    return word < HALF_STATE ? a[at(word, lane)] : e[at(word - HALF_STATE, lane)];
  }

  /// Takes some blocks of every lane.
  ///
  /// @param arrays what each lane reads from
  /// @param offsets where each lane's blocks begin
  void compress(byte[][] arrays, int[] offsets, int blocks) {
    for (int block = 0; block < blocks; block++) {
      for (int lane = 0; lane < LANES; lane++) {
        load(schedule, lane, arrays[lane], offsets[lane] + block * BLOCK_BYTES);
      }
      expand(schedule);
      rounds(a, e, schedule);
      addLast(a);
      addLast(e);
    }
  }

  private static void load(int[] schedule, int lane, byte[] bytes, int offset) {
    for (int word = 0; word < BLOCK_WORDS; word++) {
      schedule[word * LANES + lane] = (int) WORD.get(bytes, offset + word * Integer.BYTES);
    }
  }

  private static void expand(int[] schedule) {
    for (int at = BLOCK_WORDS * LANES; at < ROUNDS * LANES; at += WIDTH) {
      IntVector early = vector(schedule, at - 15 * LANES);
      IntVector late = vector(schedule, at - 2 * LANES);
      IntVector small0 = rotate(early, 7, 18).lanewise(VectorOperators.XOR, shift(early, 3));
      IntVector small1 = rotate(late, 17, 19).lanewise(VectorOperators.XOR, shift(late, 10));
      vector(schedule, at - 16 * LANES)
          .add(small0)
          .add(vector(schedule, at - 7 * LANES).add(small1))
          .intoArray(schedule, at);
    }
  }

  private static IntVector vector(int[] array, int at) {
    return IntVector.fromArray(SPECIES, array, at);
  }

  private static IntVector shift(IntVector value, int bits) {
    return value.lanewise(VectorOperators.LSHR, bits);
  }

  private static IntVector rotate(IntVector value, int first, int second) {
    return rotate(value, first).lanewise(VectorOperators.XOR, rotate(value, second));
  }

  private static IntVector rotate(IntVector value, int bits) {
    return value.lanewise(VectorOperators.ROR, bits);
  }

  /// Adds a row to `as` and `es` for every round.
  private static void rounds(int[] as, int[] es, int[] schedule) {
    for (int at = 0; at < ROUNDS * LANES; at += WIDTH) {
      IntVector mixed = mixed(es, at).add(vector(schedule, at).add(vector(CONSTANT_ROWS, at)));
      vector(as, at).add(mixed).intoArray(es, at + HALF_STATE * LANES);
      mixed.add(majority(as, at)).intoArray(as, at + HALF_STATE * LANES);
    }
  }

  /// The standard's T1 without K and W: `h` + Σ1(`e`) + Ch(`e`, `f`, `g`).
  private static IntVector mixed(int[] es, int at) {
    IntVector e = vector(es, at + 3 * LANES);
    IntVector g = vector(es, at + LANES);
    IntVector sigma = rotate(e, 6, 11).lanewise(VectorOperators.XOR, rotate(e, 25));
    IntVector choice =
        vector(es, at + 2 * LANES)
            .lanewise(VectorOperators.XOR, g)
            .and(e)
            .lanewise(VectorOperators.XOR, g);
    return vector(es, at).add(sigma).add(choice);
  }

  /// The standard's T2: Σ0(`a`) + Maj(`a`, `b`, `c`).
  private static IntVector majority(int[] as, int at) {
    IntVector a = vector(as, at + 3 * LANES);
    IntVector b = vector(as, at + 2 * LANES);
    IntVector sigma = rotate(a, 2, 13).lanewise(VectorOperators.XOR, rotate(a, 22));
    return sigma.add(a.or(b).and(vector(as, at + LANES)).or(a.and(b)));
  }

  /// Adds the last rows to the first: the state behind the block.
  private static void addLast(int[] rows) {
    for (int i = 0; i < HALF_STATE * LANES; i++) {
      rows[i] += rows[ROUNDS * LANES + i];
    }
  }
}
