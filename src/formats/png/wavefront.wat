;; Undoes the row filters of PNG for sixteen rows of 8-bit samples at once.
;;
;; A Paeth sample waits for the one left of it, so that a row cannot be done sixteen samples at a time. But sixteen rows
;; can: lane k is row k, and is k samples behind lane 0. What lane k needs of the row above, lane k - 1 has just made: at
;; step t lane k makes sample t - k. The bytes of sixteen steps are read along their rows and transposed, and so written.
;;
;; Nothing is called in the inner loop: engines do not inline.
;;
;; Memory: 0, 16, 32 and 48 the lanes whose filter is Sub, Up, Average and Paeth, as masks; 64 sixteen ones and sixteen
;; zeros; 128 and 384 two blocks of 16 x 16 bytes. The rest is the caller's. Up to 15 bytes before and 30 after every row
;; are read and overwritten.
(module
  (memory (export "memory") 1)
  (data (i32.const 64) "\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff\ff")

  ;; Turns the eight bits of a byte's place (row, column) by one: after four turns the block at 128 is transposed.
  (func $turn (param $from i32) (param $to i32)
    (local $end i32) (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $from) (i32.const 128)))
    (loop $rows
      (local.set $low (v128.load (local.get $from)))
      (local.set $high (v128.load offset=128 (local.get $from)))
      (v128.store (local.get $to)
        (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $low) (local.get $high)))
      (v128.store offset=16 (local.get $to)
        (i8x16.shuffle 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31 (local.get $low) (local.get $high)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $rows (i32.lt_u (local.get $from) (local.get $end)))))

  (func $transpose
    (call $turn (i32.const 128) (i32.const 384))
    (call $turn (i32.const 384) (i32.const 128))
    (call $turn (i32.const 128) (i32.const 384))
    (call $turn (i32.const 384) (i32.const 128)))

  ;; source, target: the first sample of row 0; strides: from row to row; above: the finished row above row 0.
  (func (export "unfilter")
    (param $source i32) (param $sourceStride i32) (param $target i32) (param $targetStride i32)
    (param $above i32) (param $bytes i32)
    (local $start i32) (local $step i32) (local $row i32) (local $at i32)
    (local $sub v128) (local $upper v128) (local $average v128) (local $paeth v128)
    (local $out v128) (local $up v128) (local $corner v128)
    (local $toLeft v128) (local $toUp v128) (local $toCorner v128)
    (local.set $sub (v128.load (i32.const 0)))
    (local.set $upper (v128.load (i32.const 16)))
    (local.set $average (v128.load (i32.const 32)))
    (local.set $paeth (v128.load (i32.const 48)))
    (loop $blocks
      (local.set $row (i32.const 0))
      (local.set $at (i32.add (local.get $source) (local.get $start)))
      (loop $reads
        (v128.store offset=128 (local.get $row) (v128.load (local.get $at)))
        (local.set $at (i32.sub (i32.add (local.get $at) (local.get $sourceStride)) (i32.const 1)))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (br_if $reads (i32.lt_u (local.get $row) (i32.const 256))))
      (call $transpose)

      (local.set $step (i32.const 0))
      (loop $steps
        (local.set $up
          (i8x16.shuffle 16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14
            (local.get $out)
            (v128.load8_splat (i32.add (local.get $above) (i32.add (local.get $start) (local.get $step))))))
        ;; How far left, up and corner are from left + up - corner: distances of bytes by subtracting both ways.
        (local.set $toLeft
          (v128.or
            (i8x16.sub_sat_u (local.get $up) (local.get $corner))
            (i8x16.sub_sat_u (local.get $corner) (local.get $up))))
        (local.set $toUp
          (v128.or
            (i8x16.sub_sat_u (local.get $out) (local.get $corner))
            (i8x16.sub_sat_u (local.get $corner) (local.get $out))))
        ;; Left and up on the same side of the corner: their distances add up, else one is taken from the other.
        (local.set $toCorner
          (v128.bitselect
            (v128.or
              (i8x16.sub_sat_u (local.get $toLeft) (local.get $toUp))
              (i8x16.sub_sat_u (local.get $toUp) (local.get $toLeft)))
            (i8x16.add_sat_u (local.get $toLeft) (local.get $toUp))
            (v128.xor
              (i8x16.ge_u (local.get $out) (local.get $corner))
              (i8x16.ge_u (local.get $up) (local.get $corner)))))
        (local.set $out
          (v128.and
            (i8x16.add
              (v128.load offset=128 (i32.shl (local.get $step) (i32.const 4)))
              (v128.or
                (v128.or
                  (v128.and (local.get $sub) (local.get $out))
                  (v128.and (local.get $upper) (local.get $up)))
                (v128.or
                  (v128.and (local.get $average)
                    ;; The average that is there rounds up.
                    (i8x16.sub
                      (i8x16.avgr_u (local.get $out) (local.get $up))
                      (v128.and (v128.xor (local.get $out) (local.get $up)) (i8x16.splat (i32.const 1)))))
                  (v128.and (local.get $paeth)
                    ;; The nearest; of equals the first.
                    (v128.bitselect
                      (local.get $out)
                      (v128.bitselect
                        (local.get $up)
                        (local.get $corner)
                        (i8x16.le_u (local.get $toUp) (local.get $toCorner)))
                      (v128.and
                        (i8x16.le_u (local.get $toLeft) (local.get $toUp))
                        (i8x16.le_u (local.get $toLeft) (local.get $toCorner))))))))
            ;; A lane whose row has not begun makes 0: what is left of a row.
            (v128.load offset=64
              (select
                (i32.sub (i32.const 15) (local.get $step))
                (i32.const 0)
                (i32.and (i32.eqz (local.get $start)) (i32.lt_u (local.get $step) (i32.const 15)))))))
        (local.set $corner (local.get $up))
        (v128.store offset=128 (i32.shl (local.get $step) (i32.const 4)) (local.get $out))
        (local.set $step (i32.add (local.get $step) (i32.const 1)))
        (br_if $steps (i32.lt_u (local.get $step) (i32.const 16))))

      (call $transpose)
      (local.set $row (i32.const 0))
      (local.set $at (i32.add (local.get $target) (local.get $start)))
      (loop $writes
        (v128.store (local.get $at) (v128.load offset=128 (local.get $row)))
        (local.set $at (i32.sub (i32.add (local.get $at) (local.get $targetStride)) (i32.const 1)))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (br_if $writes (i32.lt_u (local.get $row) (i32.const 256))))

      (local.set $start (i32.add (local.get $start) (i32.const 16)))
      (br_if $blocks (i32.lt_u (local.get $start) (i32.add (local.get $bytes) (i32.const 15)))))))
