"""What is said of a text that is no expression. Chinese."""

from __future__ import annotations

from tui_backprop.words.expression import ExpressionWords

_HINTS = {
    "power": "乘方写成 **，如 x1**2",
    "division": "除法写成 /",
    "operators": "运算符有 + - * / **",
    "space": "请写一个空格",
    "equals": "只写函数的值，不要等号",
    "point": "点只能出现在数里，如 0.5",
    "one_line": "表达式请写在一行里",
    "comparison": "表达式里没有比较",
    "parentheses": "请写圆括号 ( )",
    "quotation": "表达式里没有引号文字",
    "minus": "请写 -",
    "times": "请写 *",
    "divided": "请写 /",
    "root": "请写 sqrt( )",
    "pi": "请写 pi",
    "plain_space": "请写普通的空格",
    "": "表达式只由数、名字、+ - * / ** 和 ( ) 组成",
}


class ChineseExpression(ExpressionWords):
    """One sentence for each code of a refusal."""

    def at_character(self, *, character: int, sentence: str) -> str:
        return f"第 {character} 个字符处：{sentence}"

    def unreadable(self) -> str:
        return "读不懂这个表达式：请写数、名字、运算符和括号"

    def too_many_parts(self) -> str:
        return "表达式的部分太多：请写短些"

    def not_finite(self, *, text: str) -> str:
        return f"{text} 不是有限的实数：请写一个有限的实数"

    def not_allowed(self) -> str:
        return "只允许数、名字、+ - * / ** 和函数"

    def variable_exponent(self) -> str:
        return "指数里有变量：x1**x2 请写成 exp(x2*log(x1))"

    def exponent_too_large(self, *, most: int) -> str:
        return f"指数太大：请写 -{most} 到 {most} 之间的指数"

    def power_too_large(self, *, most: int) -> str:
        return f"各指数合起来超过 {most} 次方：请写小些"

    def too_many_open(self, *, most: int) -> str:
        return f"同时打开的括号超过 {most} 个：请少套几层"

    def never_opened(self) -> str:
        return "这个 ) 前面没有对应的 (：请去掉它"

    def never_closed(self) -> str:
        return "这个 ( 没有闭合：请补上 )"

    def nothing_follows(self, *, text: str) -> str:
        return f"{text} 后面什么也没有：请写数、变量或函数"

    def operator_missing(self, *, text: str) -> str:
        return f"{text} 前面缺运算符：相乘请写 *"

    def operand_missing(self, *, text: str) -> str:
        return f"{text} 前面缺数、变量或函数：请补上"

    def empty_parentheses(self) -> str:
        return "括号里是空的：请在里面写表达式"

    def argument_missing(self, *, function: str) -> str:
        return f"{function} 的自变量要写在括号里：请写 {function}( )"

    def text_too_long(self, *, length: int, most: int) -> str:
        return f"文字有 {length} 个字符：最多写 {most} 个"

    def expression_too_long(self, *, length: int, most: int) -> str:
        return f"一个表达式有 {length} 个字符：最多写 {most} 个"

    def expression_missing(self) -> str:
        return "缺一个表达式：请写数或名字"

    def comma_in_parentheses(self) -> str:
        return "括号里有逗号：每个函数只有一个自变量"

    def too_many_expressions(self, *, most: int) -> str:
        return f"这个逗号使表达式多出一个：最多写 {most} 个表达式"

    def character(self, *, text: str, hint: str, plain: str) -> str:
        hints = {**_HINTS, "superscript": f"乘方请写成 **{plain}", "plain": f"请写普通的 {plain}"}
        quoted = f"“{text[1]}”{text[3:]}" if text.startswith("'") else text
        return f"这里不能用字符 {quoted}：{hints[hint]}"

    def needless_zero(self, *, text: str) -> str:
        return f"数 {text} 以多余的 0 开头：请去掉它"

    def number_out_of_range(self, *, text: str, low: str, high: str) -> str:
        return f"数 {text} 太大或太小：请写 {low} 到 {high} 之间的数"

    def underscores(self) -> str:
        return "数里没有下划线：请写 1000，不要写 1_000"

    def complex_number(self) -> str:
        return "表达式里没有复数：请写实数"

    def unknown_name(self, *, text: str, names: str, functions: str) -> str:
        return f"未知名称 {text}：请用 {names} 或 {functions}"

    def no_such_input(self, *, text: str, names: str) -> str:
        return f"没有 {text}：f 的输入是 {names}"

    def no_such_component(self, *, text: str, count: int, names: str) -> str:
        return f"没有 {text}：f 有 {count} 个分量，所以 g 的输入是 {names}"

    def numbers_expected(self, *, count: int) -> str:
        return f"f 有 {count} 个输入：请输入 {count} 个数" + ("，用逗号隔开" if count > 1 else "")

    def number_not_finite(self) -> str:
        return "x 里有一个数不是有限的：请输入有限的数"
