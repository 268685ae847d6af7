"""What is said about the network. Chinese."""

from __future__ import annotations

from collections.abc import Mapping

from tui_backprop.words.keys import KeyText
from tui_backprop.words.network import NetworkWords


class ChineseNetwork(NetworkWords):
    """What is said about the network."""

    groups: Mapping[str, str] = {
        "time": "时间",
        "change": "修改",
        "keep": "留存与比较",
        "chart": "误差曲线",
        "look": "查看",
    }

    keys: Mapping[str, KeyText] = {
        "run": KeyText("运行或暂停", "运行"),
        "cycle.forward": KeyText("前进一步（一个样本的前向、反向和更新）", "一步"),
        "cycle.back": KeyText("后退一步"),
        "phase.forward": KeyText("前进一个阶段：f₁ f₂ f₃ f₄ ∇θ⁽²⁾ ∇θ⁽¹⁾ 更新", "阶段"),
        "phase.back": KeyText("后退一个阶段"),
        "iteration.forward": KeyText("前进到迭代（全部样本）的末尾", "迭代"),
        "iteration.back": KeyText("后退到上一次迭代的末尾"),
        "report.forward": KeyText("前进到下一次报告（迭代 10,000、20,000……）", "报告"),
        "report.back": KeyText("后退到上一次报告"),
        "first": KeyText("起点，第 1 步之前"),
        "furthest": KeyText("已训练到的最后一步"),
        "go_to": KeyText("输入迭代次数或步数，或 ΣE < 0.05、全对、饱和，跳到那里", "跳到"),
        "stop": KeyText("关闭对话框、停止途中的跳转或查找、离开单元格、还原放大", "离开"),
        "faster": KeyText("运行得更快"),
        "slower": KeyText("运行得更慢，最慢每秒一个阶段"),
        "rate.up": KeyText("从下一步起用更大的学习率 α"),
        "rate.down": KeyText("从下一步起用更小的学习率 α"),
        "rate": KeyText("输入学习率 α"),
        "edit": KeyText("修改光标处的参数", "修改"),
        "task": KeyText("选择任务：xor、xnor、and、or……"),
        "restart": KeyText("用同一个种子重新开始"),
        "restart.new": KeyText("换一个种子重新开始"),
        "undo": KeyText("撤销上一次修改或重新开始"),
        "redo": KeyText("重做刚才撤销的操作"),
        "save": KeyText("把训练存进文件，以便交给别人"),
        "copy": KeyText("复制能重现当前状态的命令行"),
        "export": KeyText("导出一个矩阵、这一步、误差曲线或界面的图片", "导出"),
        "mark": KeyText("用一个名字标记这一刻", "标记"),
        "marks": KeyText("列出标记，并跳到其中一个", "标记表"),
        "keep": KeyText("保留这次训练：它的曲线留在误差曲线图上", "保留"),
        "compare": KeyText("比较保留的训练，转到其中一次，或与本次并排", "比较"),
        "log": KeyText("误差曲线：线性或对数坐标", "对数"),
        "spread": KeyText("误差曲线：迭代次数均匀分布，或取对数（长训练中的学习过程不会挤成一列）", "横轴对数"),
        "window": KeyText("误差曲线：整个训练过程，或跟随光标的一部分", "局部"),
        "zoom.in": KeyText("误差曲线：放大", "放大"),
        "zoom.out": KeyText("误差曲线：缩小"),
        "samples": KeyText("误差曲线：每个样本单独一条线", "样本"),
        "check": KeyText("用数值微分检验每个雅可比矩阵元素和梯度，并持续检验", "数值检验"),
        "flip": KeyText("显示雅可比矩阵 J，或其转置 Jᵀ", "J 或 Jᵀ"),
        "source": KeyText("查看本程序中计算光标处矩阵的代码", "代码"),
        "when": KeyText("何时变的？光标处的数、神经元或样本上一次变化的时刻", "何时变化"),
        "practise": KeyText("练习：选一个主题动手算，例如雅可比矩阵中被遮住的一个数", "练习"),
        "edges": KeyText("网络图：连线表示 θ、它的梯度或最近一次的变化", "连线"),
        "units": KeyText("决策图：各隐藏神经元 s = ½ 的直线", "神经元"),
        "point": KeyText("把光标放到一个数上：看它从何而来，按 e 修改", "选数字"),
        "pane.next": KeyText("下一个窗格", "窗格"),
        "pane.previous": KeyText("上一个窗格"),
        "zoom": KeyText("放大窗格，或还原", "放大窗格"),
    }

    quantities: Mapping[str, str] = {
        "x1": "输入网络的样本",
        "tx1": "真实标签：这个样本应得的答案",
        "x2": "进入各隐藏神经元的线性组合",
        "x3": "隐藏神经元的输出，上面添一个常数 1",
        "x4": "网络的输出，一个概率",
        "x5": "这个样本的误差：差的平方的一半",
        "theta1": "每个隐藏神经元一行：先是偏置，然后每个输入一个权重",
        "theta2": "输出神经元：先是偏置，然后每个隐藏神经元一个权重",
        "jacobian_f1_x1": "θ⁽¹⁾ 去掉偏置那一列",
        "jacobian_f1_theta1": "对角线上每个隐藏神经元一块 [1 x⁽¹⁾ᵀ]：每个神经元的线性组合只依赖于 θ⁽¹⁾ 中自己的那一行",
        "jacobian_f2_x2": "第一行全为零，因为常数 1 不依赖于任何量；其余各行是以 s(1 − s) 为对角元素的对角矩阵",
        "jacobian_f3_x3": "θ⁽²⁾ 乘以输出处的斜率 s(1 − s)",
        "jacobian_f3_theta2": "写成行的 x⁽³⁾ 乘以输出处的斜率 s(1 − s)",
        "jacobian_f4_x4": "x⁽⁴⁾ − t：输出与标签之差",
        "product_f3": "链式法则求到 x⁽³⁾ 为止：两个雅可比矩阵的乘积",
        "product_f2": "链式法则求到 x⁽²⁾ 为止：三个雅可比矩阵的乘积",
        "theta2_gradient": "E 随 θ⁽²⁾ 的每个元素怎样变化",
        "theta1_gradient_row": "E 随 θ⁽¹⁾ 的每个元素怎样变化，写成一行",
        "theta1_gradient": "把链式法则得到的那一行，按 θ⁽¹⁾ 的样子逐行折叠回来",
        "theta1_change": "−α∇θ⁽¹⁾，更新时加上的量",
        "theta2_change": "−α∇θ⁽²⁾，更新时加上的量",
    }

    misprints: Mapping[str, str] = {
        "tx1": "(3.12) 把 f₄ 的值域印成 {1, 0}，应为 ℝ",
        "x2": "(3.17) 之后印成 x₀ = 0，应为 1，即哑节点。(3.17) 印了五行，应为四行",
        "x4": "(3.11) 印成 θ⁽²⁾ 的转置；θ⁽²⁾ 本来就是一行，应为 θ⁽²⁾x⁽³⁾",
        "jacobian_f1_theta1": "(3.19) 印了五块，程序清单里只有三块；应为四块，每个隐藏神经元一块",
        "jacobian_f3_theta2": "(3.25) 四次都印成 x⁽³⁾₁，应为 x⁽³⁾₁、x⁽³⁾₂、x⁽³⁾₃、x⁽³⁾₄",
    }

    start = "起点"
    update = "更新"

    def all_right(self, *, iteration: str) -> str:
        return f"第 {iteration} 次迭代首次全对：每个样本轮到时都答对了。"

    def target_reached(self, *, error: str, iteration: str) -> str:
        return f"第 {iteration} 次迭代时 ΣE < {error}"

    def target_missed(self, *, error: str, iterations: str) -> str:
        return f"{iterations} 次迭代后 ΣE 仍未降到 {error} 以下"

    def edit_too_late(self, *, edit: str, last: int) -> str:
        return f"修改 {edit} 在训练的最后一步（第 {last} 步）之后；请增加迭代次数"

    def diverged(self, *, cycle: str, cell: str, last: str) -> str:
        return f"第 {cycle} 步超出了有限数的范围，最先是 {cell}：训练止于第 {last} 步；请试试更小的学习率"

    def search_found(self, *, cycle: str, iteration: str, at_once: bool) -> str:
        found = f"找到了：第 {iteration} 次迭代，第 {cycle} 步的末尾"
        return f"{found}；那里用同一组 θ 计算，样本全对" if at_once else found

    def search_missed(self) -> str:
        return "在搜索过的范围里没有出现"

    def nothing_to_undo(self) -> str:
        return "没有可以撤销的操作。"

    def nothing_to_redo(self) -> str:
        return "没有可以重做的操作。"

    def ask_entry(self, *, symbol: str) -> str:
        return f"{symbol} 是多少？"

    def hint_entry(self, *, formula: str) -> str:
        return f"用 {formula}"

    def ask_shape(self, *, symbol: str, inputs: int, hidden: int) -> str:
        return f"网络有 {inputs} 个输入和 {hidden} 个隐藏神经元时，{symbol} 有几行几列？"

    def hint_shape(self, *, output: str, input: str) -> str:
        return f"{output} 的每个元素一行，{input} 的每个元素一列"

    def ask_zeros(self, *, symbol: str, rows: int, columns: int) -> str:
        return f"{symbol} 的 {rows}×{columns} 个元素中，有多少个不论数值如何都为零？"

    def hint_zeros(self, *, output: str, input: str) -> str:
        return f"{output} 的元素里不含 {input} 的元素时，对应的元素由结构决定为零"

    def second_try(self, *, hint: str) -> str:
        return f"还不对，再试一次：{hint}"

    def no_shape(self, *, text: str) -> str:
        return f"“{text}”不是行数和列数；请写成 4x12 这样"

    def no_topic(self, *, topic: str, topics: str) -> str:
        return f"没有主题 {topic!r}；主题有 {topics}"

    def nothing_to_ask(self, *, topic: str) -> str:
        return f"这一步的 {topic} 没有值得问的：每个元素都是 0；请换一步"

    def check_badge(self, *, gradients: str, entries: str, worst: str) -> str:
        return f"梯度 {gradients} 个，雅可比矩阵元素 {entries} 个，最大偏差 {worst}"

    def no_edit(self, *, text: str) -> str:
        return f"{text!r} 不是一条修改；请写成 CYCLE:NAME=VALUE，例如 400:learning_rate=0.5"

    def hidden_out_of_range(self, *, hidden: int, most: int) -> str:
        return f"隐藏神经元数为 {hidden}；应在 1 到 {most} 之间"

    def seed_out_of_range(self, *, seed: int, most: int) -> str:
        return f"种子为 {seed}；应在 0 到 {most} 之间"

    def no_weights_range(self, *, low: str, high: str) -> str:
        return f"初始参数的范围为 {low},{high}；应写成 LOW,HIGH，例如 -1,1"

    def edit_before_start(self, *, edit: str) -> str:
        return f"修改 {edit} 在第 0 步之前，而训练从那里开始"

    def other_inputs(self, *, wanted: str, inputs: int, task: str) -> str:
        return f"{wanted} 的输入个数与 {task} 的 {inputs} 个不同；请重新开始，用适合它的网络来训练"

    def other_samples(self, *, wanted: str, samples: int, task: str) -> str:
        return f"{wanted} 的样本数不是 {task} 的 {samples} 个；请重新开始，让它自成一次训练"

    def no_entry(self, *, name: str, hidden: int, inputs: int) -> str:
        return (
            f"没有可以修改的 {name}；可以修改 learning_rate、task、theta1[0,0] 到 "
            f"theta1[{hidden - 1},{inputs}]、theta2[0,0] 到 theta2[0,{hidden}]"
        )

    def no_number(self, *, name: str, text: str) -> str:
        what = {"learning_rate": "学习率", "answer": "答案"}.get(name, name)
        return f"{what} {text!r} 不是一个数；请写一个数，例如 0.5"

    def edit_not_trained(self, *, cycle: int, furthest: int) -> str:
        return f"还没有训练到第 {cycle} 步；最多可以修改到第 {furthest} 步"

    def no_sample(self, *, sample: int, most: int) -> str:
        return f"没有样本 {sample}；样本从 1 到 {most}"

    def no_unit(self, *, unit: int, most: int) -> str:
        return f"没有隐藏神经元 {unit}；隐藏神经元从 1 到 {most}"

    def no_task(self, *, task: str, tasks: str) -> str:
        return f"没有任务 {task!r}；任务有 {tasks}"

    def why_input(self, *, number: int) -> str:
        return f"这个样本的第 {number} 个输入，由样本表给出"

    def why_label(self) -> str:
        return "这个样本的真实标签：样本表要求的答案"

    def why_sum(self, *, unit: int, updated: bool) -> str:
        return f"隐藏神经元 {unit} 的线性组合：偏置，再加上每个输入乘以它的权重{_old(updated)}"

    def why_constant(self, *, bias: str) -> str:
        return f"隐藏神经元输出上面的常数 1，偏置 {bias} 与它相乘"

    def why_hidden_output(self, *, unit: int) -> str:
        return f"隐藏神经元 {unit} 的输出：对它的线性组合取 s(z) = 1/(1 + e⁻ᶻ)"

    def why_output(self, *, updated: bool) -> str:
        return f"网络的输出：对输出神经元的线性组合取 s(z) = 1/(1 + e⁻ᶻ){_old(updated)}"

    def why_error(self) -> str:
        return "输出与真实标签之差的平方的一半"

    def why_parameter(self) -> str:
        return "初始值或先前的值：这一步还没有改变它"

    def why_parameter_set(self, *, updated: str) -> str:
        return f"在这一步的更新（结果为 {updated}）之后由人设定"

    def why_parameter_updated(self, *, new: str, old: str, alpha: str) -> str:
        return f"{new} 是新值：旧值 {old} 加上变化量，即 −α 乘以它的梯度，其中 α = {alpha}"

    def why_change(self, *, alpha: str) -> str:
        return f"负的 α = {alpha} 乘以梯度，即下降的一步：更新时加上的量"

    def why_input_weight(self, *, input: int, unit: int, updated: bool) -> str:
        return f"输入 {input} 乘以这个权重，加进隐藏神经元 {unit} 的线性组合{_old(updated)}"

    def why_foreign_parameter(self, *, unit: int, parameter: str) -> str:
        return f"由结构决定的零：神经元 {unit} 的线性组合里没有 {parameter}"

    def why_own_bias(self, *, unit: int, parameter: str) -> str:
        return f"偏置 {parameter} 乘以哑节点 x₀ = 1，加进神经元 {unit} 的线性组合"

    def why_own_weight(self, *, unit: int, parameter: str, input: int) -> str:
        return f"{parameter} 乘以输入 {input}，加进神经元 {unit} 的线性组合"

    def why_constant_slope(self, *, constant: str, sum: str) -> str:
        return f"由结构决定的零：{constant} 是常数 1，不依赖于 {sum}"

    def why_foreign_sum(self, *, unit: int, sum: str) -> str:
        return f"由结构决定的零：神经元 {unit} 的输出只依赖于它自己的线性组合，不依赖于 {sum}"

    def why_slope(self, *, unit: int) -> str:
        return f"Sigmoid 在隐藏神经元 {unit} 的线性组合处的斜率，由它的输出算出"

    def why_weight_times_slope(self, *, updated: bool) -> str:
        return f"权重乘以 Sigmoid 在输出神经元的线性组合处的斜率，s = x⁽⁴⁾{_old(updated)}"

    def why_bias_times_slope(self, *, updated: bool) -> str:
        return f"偏置乘以 Sigmoid 在输出神经元的线性组合处的斜率，s = x⁽⁴⁾{_old(updated)}"

    def why_output_times_slope(self, *, unit: int) -> str:
        return f"隐藏神经元 {unit} 的输出乘以 Sigmoid 在输出神经元的线性组合处的斜率，s = x⁽⁴⁾"

    def why_constant_times_slope(self) -> str:
        return "常数 1 乘以 Sigmoid 在输出神经元的线性组合处的斜率，s = x⁽⁴⁾"

    def why_difference(self) -> str:
        return "输出与标签之差：½(x⁽⁴⁾ − t)² 的导数"

    def why_product(self, *, left: str, right: str, column: int, terms: int, zeros: int) -> str:
        sentence = f"{left} 的第 1 行乘以 {right} 的第 {column} 列"
        return f"{sentence}；{terms} 项中有 {zeros} 项由结构决定为零" if zeros else sentence

    def why_folded(self, *, entry: int, first: int, last: int, row: int, product: str) -> str:
        return f"这一行的第 {entry} 个元素，第 {first} 到 {last} 个折叠成第 {row} 行：{product}"

    def meaning(self, *, quantity: str) -> str:
        return self.quantities[quantity]

    def misprint(self, *, quantity: str) -> str:
        return f"文章的印刷错误：{self.misprints[quantity]}。"

    def convention(self, *, jacobian: str) -> str:
        return f"{jacobian} · θ 逐行写成一行 · E = ½(x⁽⁴⁾ − t)²"


def _old(updated: bool) -> str:
    return "，θ 取这一步更新之前的值" if updated else ""
